package aksiam.testkit;

import aksiam.plan.FederatedCredential;
import aksiam.plan.Plan;
import aksiam.plan.RoleAssignment;
import aksiam.plan.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The resources that a deployment of a bundle would make, as the Bicep compiler works them out, in the words of the plan: who holds
 * which role where, and which identity trusts which service account.
 */
public final class Predicted {
    private static final String ASSIGNMENT = "/providers/microsoft.authorization/roleassignments/";
    private static final Pattern REFERENCE = Pattern.compile("reference\\('([^']+)'.*?\\)\\.([A-Za-z.]+)\\]");
    private final List<JsonNode> resources;

    private Predicted(List<JsonNode> resources) {
        this.resources = resources;
    }

    /** Checks a bundle with the real compiler, which has to find nothing, and reads what it predicts. */
    public static Predicted of(Path bundle) {
        try {
            var file = Files.createTempFile("predicted", ".json");
            try {
                SharedTools.verify(List.of(bundle), "--only", "bicep", "--predicted", file.toString()).requireClean();
                return new Predicted(JsonMapper.shared().readTree(Files.readString(file)).valueStream().toList());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Stream<JsonNode> resources(String type) {
        return resources.stream().filter(resource -> resource.get("type").asString().equalsIgnoreCase(type));
    }

    /** Ids of all resources; none may be there twice. */
    public List<String> ids() {
        return resources.stream().map(resource -> resource.get("id").asString().toLowerCase(Locale.ROOT)).toList();
    }

    /** Scope, principal and role of each assignment, in small letters. */
    public Set<String> roleAssignments() {
        var all = new TreeSet<String>();
        resources("Microsoft.Authorization/roleAssignments").forEach(resource -> {
            var id = resource.get("id").asString().toLowerCase(Locale.ROOT);
            var role = resource.get("properties").get("roleDefinitionId").asString();
            all.add(scope(id) + " | " + principal(resource.get("properties").get("principalId").asString()) + " | "
                + role.substring(role.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
        });
        return all;
    }

    /** What {@link #roleAssignments()} has to be for a plan, but for those that a script makes. */
    public static Set<String> roleAssignments(Plan plan, Set<String> typesByScript) {
        var all = new TreeSet<String>();
        plan.roleAssignments().stream().filter(assignment -> !typesByScript.contains(assignment.scope().resource().type()))
            .forEach(assignment -> all.add(assignment.scope().id().toLowerCase(Locale.ROOT) + " | " + principal(assignment, plan) + " | "
                + assignment.role().guid().toLowerCase(Locale.ROOT)));
        return all;
    }

    /** Identity, subject and cluster of the issuer of each credential. */
    public Set<String> federatedCredentials() {
        var all = new TreeSet<String>();
        resources("Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials").forEach(resource -> {
            var id = resource.get("id").asString().toLowerCase(Locale.ROOT);
            all.add(id.substring(0, id.lastIndexOf("/federatedidentitycredentials/")) + " | " + resource.get("properties").get("subject").asString() + " | "
                + principal(resource.get("properties").get("issuer").asString()));
        });
        return all;
    }

    /** What {@link #federatedCredentials()} has to be for a plan. */
    public static Set<String> federatedCredentials(Plan plan) {
        var all = new TreeSet<String>();
        for (FederatedCredential credential : plan.federatedCredentials()) {
            all.add(plan.identity(credential.identity()).orElseThrow().id().text().toLowerCase(Locale.ROOT) + " | " + credential.subject() + " | "
                + plan.cluster(credential.cluster()).orElseThrow().id().text().toLowerCase(Locale.ROOT) + " oidcissuerprofile.issuerurl");
        }
        return all;
    }

    private static String scope(String id) {
        var scope = id.substring(0, id.lastIndexOf(ASSIGNMENT));
        return scope.isEmpty() ? "/" : scope;
    }

    /** An object id as it is; of what is read at run time, the resource and the property. */
    private static String principal(String value) {
        var found = REFERENCE.matcher(value);
        return (found.find() ? found.group(1) + " " + found.group(2) : value).toLowerCase(Locale.ROOT);
    }

    private static String principal(RoleAssignment assignment, Plan plan) {
        var text = switch (assignment.subject()) {
            case Subject.Entra(var _, var id, var _) -> id.text();
            case Subject.Identity(var name) -> plan.identity(name).orElseThrow().id().text() + " principalId";
            case Subject.ClusterMade(var cluster, var part) -> plan.cluster(cluster).orElseThrow().id().text() + " " + switch (part) {
                case CONTROL_PLANE -> "identity.principalId";
                case KUBELET -> "identityProfile.kubeletidentity.objectId";
                case KEY_VAULT_SECRETS_PROVIDER -> "addonProfiles.azureKeyvaultSecretsProvider.identity.objectId";
            };
            case Subject.Account account -> account.label();
        };
        return text.toLowerCase(Locale.ROOT);
    }
}
