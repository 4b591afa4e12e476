package aksiam.generate.guide;

import aksiam.generate.Artefact;
import aksiam.generate.bicep.Deployment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A stage of the deployment: what one person with one kind of right runs in one go.
 *
 * @param right what whoever runs it needs
 * @param files what is deployed or run, in that order; paths in the bundle
 */
public record Stage(int number, String title, String who, String right, List<String> files) {
    private static final String GIVE_ROLES = "Owner, or User Access Administrator or Role Based Access Control Administrator at each scope together with the right to deploy templates (Microsoft.Resources/deployments/*, which neither of the two contains)";
    private static final String COSMOS = "; on Cosmos DB accounts the right to write data roles, which DocumentDB Account Contributor contains";

    private static final String LOGS = "; on the destination of the audit logs the right to list its keys, as a Contributor of it has";

    private enum Kind {
        IDENTITIES("Resource groups and identities", "Platform team", "Contributor on the subscriptions"),
        CLUSTER_RIGHTS("Custom roles and the rights of the clusters' identities", "Role administration",
            GIVE_ROLES + "; custom roles need Owner or User Access Administrator"),
        CLUSTERS("Clusters, pools, federated credentials, audit", "Platform team",
            "Contributor on the subscriptions, and the right to use the identities of stage 1 and the subnets (join)"),
        RIGHTS("Rights of people and workloads", "Role administration", GIVE_ROLES),
        POLICY("Azure Policy", "Policy administration", "Owner or Resource Policy Contributor at each scope"),
        JUST_IN_TIME("Just-in-time access", "Role administration",
            "Owner or User Access Administrator at each scope; for groups the right to manage them"),
        KUBERNETES("Namespaces, quotas, roles, bindings, network policies", "Platform team",
            "cluster-admin in each cluster: the list at the stage says who that is");

        private final String title;
        private final String who;
        private final String right;

        Kind(String title, String who, String right) {
            this.title = title;
            this.who = who;
            this.right = right;
        }
    }

    /** What no parameter file deploys, by the stage that runs it. */
    private static final Map<Pattern, Integer> RUN = Map.of(Pattern.compile("infra/update-.*\\.sh"), 3, Pattern.compile("roles/kept-scopes\\.sh"), 2,
        Pattern.compile("roles/other-assignments\\.sh"), 4,
        Pattern.compile("pim/(apply\\.sh|checklist\\.md)"), 6, Pattern.compile("kubernetes/(apply\\.sh|clusters/[^/]+/kustomization\\.yaml)"), 7);

    /** The stages that have something to do; numbers stay the same in every bundle. */
    public static List<Stage> of(List<Artefact> files) {
        var cosmos = files.stream().anyMatch(file -> file.path().equals("roles/modules/cosmosDb.bicep"));
        var logs = files.stream().anyMatch(file -> file.path().endsWith(".bicepparam") && file.text().contains("\nparam auditLogs = "));
        var byNumber = files.stream().collect(Collectors.groupingBy(Stage::number, Collectors.mapping(Artefact::path, Collectors.toList())));
        return Arrays.stream(Kind.values()).map(kind -> new Stage(kind.ordinal() + 1, kind.title, kind.who,
            kind.right + (cosmos && kind == Kind.RIGHTS ? COSMOS : "") + (logs && kind == Kind.CLUSTERS ? LOGS : ""),
            byNumber.getOrDefault(kind.ordinal() + 1, List.of()).stream().sorted(Deployment.ORDER).toList()))
            .filter(stage -> !stage.files().isEmpty()).toList();
    }

    /** The stage that deploys or runs a file, 0 for what no stage runs by itself. */
    public static int number(Artefact file) {
        return Deployment.stage(file).orElseGet(() -> RUN.entrySet().stream().filter(run -> run.getKey().matcher(file.path()).matches())
            .map(Map.Entry::getValue).findFirst().orElse(0));
    }
}
