package aksiam.rules;

import aksiam.model.Design;
import aksiam.model.rows.Grant;
import aksiam.model.rows.Tables;
import aksiam.rules.Finding.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Groups whose membership is activated just in time and that hold standing rights as well: before the activation nobody has those either. */
final class StandingBesideEligible {
    /** What is of no use without another right, so that it may well wait for the activation. */
    private static final Set<String> KUBECONFIG = Set.of("Azure Kubernetes Service Cluster User Role", "Azure Kubernetes Service Namespace User");

    private StandingBesideEligible() {
    }

    static void look(Design design, List<Finding> findings) {
        var activated = activated(design);
        if (activated.isEmpty()) {
            return;
        }
        for (var row : Rows.of(design, "grants")) {
            var grant = Tables.GRANTS.read(row.row());
            if (!grant.access().equals("eligible") && activated.contains(grant.principal()) && !KUBECONFIG.contains(grant.role())) {
                findings
                    .add(row.finding(Kind.STANDING_BESIDE_ELIGIBLE, "principal", "membership of \"" + grant.principal() + "\" is activated just in time, so "
                        + grant.role() + " is held only then"));
            }
        }
        for (var row : Rows.of(design, "teams")) {
            row.row().list("principals").stream().map(String::strip).filter(activated::contains)
                .forEach(group -> findings.add(row.finding(Kind.STANDING_BESIDE_ELIGIBLE, "principals",
                    "membership of \"" + group + "\" is activated just in time, so its rights in the namespaces of " + row.name() + " are held only then")));
        }
    }

    /** The groups that PIM for Groups is to govern. */
    private static Set<String> activated(Design design) {
        var mechanism = design.choice("jit-mechanism");
        return design.rows("grants", Tables.GRANTS).stream().filter(grant -> grant.access().equals("eligible"))
            .filter(grant -> mechanism.equals("groups") || mechanism.equals("both") && grant.plane().equals("kubernetes")).map(Grant::principal)
            .collect(Collectors.toSet());
    }
}
