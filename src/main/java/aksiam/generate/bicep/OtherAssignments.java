package aksiam.generate.bicep;

import aksiam.generate.Artefact;
import aksiam.generate.Templates;
import aksiam.plan.RoleAssignment;
import aksiam.plan.Subject;
import java.util.List;
import java.util.Map;

/** Role assignments at resources whose type has no checked API version: by the command line instead of a wrong template. */
final class OtherAssignments {
    static final String PATH = "roles/other-assignments.sh";

    /** One call of the script: the principal is an object id, or the query that reads it after the clusters are there. */
    public record Call(String from, String scope, String principal, String id, String command, aksiam.model.ResourceId identity, String query, String type,
        String role, String description) {
    }

    private OtherAssignments() {
    }

    static Artefact render(List<RoleAssignment> assignments, Lookup lookup, Templates templates) {
        var calls = assignments.stream().map(assignment -> call(assignment, lookup)).toList();
        return Artefact.of(PATH, templates.render("bicep/roles/other-assignments.sh.ftl", Map.of("calls", calls)),
            assignments.stream().map(RoleAssignment::consideration).toList());
    }

    private static Call call(RoleAssignment assignment, Lookup lookup) {
        var subject = assignment.subject();
        var type = subject instanceof Subject.Entra(var _, var _, var kind) ? kind.name() : "ServicePrincipal";
        var id = subject instanceof Subject.Entra(var _, var object, var _) ? object.text() : "";
        return new Call(assignment.consideration(), assignment.scope().id(), subject.label(), id, AzureQuery.command(subject), lookup.id(subject),
            AzureQuery.principalId(subject), type, assignment.role().guid(),
            Rights.description(assignment));
    }
}
