package aksiam.generate.bicep;

import aksiam.generate.bicep.Rights.Right;
import aksiam.plan.Subject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Who holds a right, as the templates tell them apart: by what their id is read from. A module has the loops of those only that the plan needs. */
public enum Holder {
    PRINCIPALS("principals", "principal", "PrincipalRight"),
    IDENTITIES("identities", "identity", "IdentityRight"),
    CLUSTER_IDENTITIES("clusterIdentities", "cluster", "ClusterRight");

    private final String parameter;
    private final String prefix;
    private final String type;

    Holder(String parameter, String prefix, String type) {
        this.parameter = parameter;
        this.prefix = prefix;
        this.type = type;
    }

    static Holder of(Subject subject) {
        return switch (subject) {
            case Subject.Entra _, Subject.Account _ -> PRINCIPALS;
            case Subject.Identity _ -> IDENTITIES;
            case Subject.ClusterMade _ -> CLUSTER_IDENTITIES;
        };
    }

    static Set<Holder> of(Collection<Right> rights, RightsKind kind) {
        var holders = EnumSet.noneOf(Holder.class);
        rights.stream().filter(right -> right.kind().equals(kind)).forEach(right -> holders.add(of(right.assignment().subject())));
        return holders;
    }

    public String parameter() {
        return parameter;
    }

    public String prefix() {
        return prefix;
    }

    public String type() {
        return type;
    }
}
