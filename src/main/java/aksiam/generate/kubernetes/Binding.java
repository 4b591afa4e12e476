package aksiam.generate.kubernetes;

import aksiam.generate.AzureOutputs;
import aksiam.plan.KubernetesBinding;
import aksiam.plan.StableHash;
import aksiam.plan.Subject;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A RoleBinding, or without a namespace a ClusterRoleBinding, to a ClusterRole. */
public record Binding(Meta meta, String role, List<Party> subjects) {
    /**
     * One subject.
     *
     * @param comment what a reader of the binding should know, may be empty
     */
    public record Party(String kind, String name, String namespace, boolean account, String comment) {
    }

    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-|-$");

    static Binding of(KubernetesBinding binding) {
        var subject = binding.subject();
        var meta = Meta
            .of(slug(binding.role() + "-" + subject.label(), binding.role() + "\n" + subject), binding.namespace().orElse(""), List.of(binding.consideration()))
            .annotate(Meta.PRINCIPAL, subject.label())
            .annotate(Meta.REASON, binding.reason());
        return new Binding(meta, binding.role(), parties(subject));
    }

    /**
     * The subject as Kubernetes is told it after sign-in with Entra: a group by its object id, pipelines and identities by theirs.
     * A user of the cluster's own tenant comes by user principal name, one of another tenant by object id; so both are named.
     */
    private static List<Party> parties(Subject subject) {
        return switch (subject) {
            case Subject.Entra user when user.kind() == Subject.Entra.Kind.User -> user.isNamedAsItSignsIn()
                ? List.of(person("User", user.id().text(), "object id, as a user of another tenant signs in"),
                    person("User", user.name(), "user principal name, as a user of this tenant signs in"))
                : List.of(
                    person("User", user.id().text(), "object id; name the principal by its user principal name when it belongs to the tenant of the cluster"));
            case Subject.Entra(var name, var id, var kind) -> List.of(person(kind == Subject.Entra.Kind.Group ? "Group" : "User", id.text(), name));
            case Subject.Identity(var name) -> List.of(person("User", AzureOutputs.ZERO_GUID, "principal id of " + name + ", from azure-outputs.env"));
            case Subject.ClusterMade made -> List.of(person("User", AzureOutputs.ZERO_GUID, "principal id of " + made.label() + ", from azure-outputs.env"));
            case Subject.Account(var namespace, var name) -> List.of(new Party("ServiceAccount", name, namespace, true, ""));
        };
    }

    private static Party person(String kind, String name, String comment) {
        return new Party(kind, name, "", false, comment);
    }

    /** A readable name of at most 63 characters, kept apart from others that read alike by a hash of what it stands for. */
    static String slug(String text, String identity) {
        var words = NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-");
        return EDGES.matcher(words.substring(0, Math.min(words.length(), 54))).replaceAll("") + "-" + StableHash.of(identity);
    }
}
