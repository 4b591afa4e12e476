package aksiam.rules;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.steps.WorkloadIdentities;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.RowType.Field;
import aksiam.model.RowType.Kind;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;

/** The names that stand in a design and that references in cells may use, by consideration. Taken once from a design. */
public final class Candidates {
    public static final Candidates NONE = new Candidates(Design.EMPTY);

    /** Identities that AKS makes or uses for a cluster; a grant names them as KIND@CLUSTER. */
    private static final List<String> OF_A_CLUSTER = List.of("kubelet", "control-plane", "key-vault-secrets-provider");

    private final Map<String, SequencedSet<String>> byConsideration = new LinkedHashMap<>();
    private final Map<Field, Set<String>> byField = new IdentityHashMap<>();
    private final Design design;

    private Candidates(Design design) {
        this.design = design;
    }

    public static Candidates of(Design design) {
        return new Candidates(design);
    }

    /** What may stand in a column that refers to other considerations; empty for every other column. */
    public Set<String> candidates(Field field) {
        return field.column().refersTo().length == 0 ? Set.of() : byField.computeIfAbsent(field, this::find);
    }

    private Set<String> find(Field field) {
        var names = new LinkedHashSet<String>();
        Stream.of(field.column().refersTo()).forEach(id -> names.addAll(of(id)));
        if (List.of(field.column().refersTo()).contains("principals") && field.kind() == Kind.TEXT) {
            names.addAll(identities());
        }
        return names;
    }

    /** The names of the rows of a consideration, or its answers. */
    public SequencedSet<String> of(String consideration) {
        return byConsideration.computeIfAbsent(consideration, id -> {
            var names = new LinkedHashSet<String>();
            var answer = design.answers().get(id);
            switch (answer) {
                case null -> {
                }
                case Answer.Choice(var option) -> names.add(option);
                case Answer.Choices(var options) -> names.addAll(options);
                case Answer.Text(var text) -> names.add(text.strip());
                case Answer.Table(var rows) -> rows.forEach(row -> names.add(name(id, row)));
            }
            names.remove("");
            return names;
        });
    }

    /** What needs no row among the principals: identities of workloads and of clusters. Only a grant names them. */
    private Set<String> identities() {
        var names = new LinkedHashSet<String>();
        names.addAll(new WorkloadIdentities(design).names());
        design.rows("clusters").forEach(cluster -> OF_A_CLUSTER.forEach(kind -> names.add(kind + "@" + cluster.text("name").strip())));
        return names;
    }

    private static String name(String consideration, Row row) {
        return Catalogue.find(consideration).flatMap(Consideration::rowType).map(type -> row.text(type.fields().getFirst().name()).strip()).orElse("");
    }
}
