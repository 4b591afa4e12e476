package aksiam.rules;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Input;
import aksiam.catalogue.Option;
import aksiam.domain.BuiltInRoles;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.RowType;
import aksiam.rules.Finding.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one change that settles a finding, where there is only one. It is proved before it is offered: with it the finding is gone, and no error or warning is
 * new.
 */
public sealed interface Fix {
    /** What it does, as a button says it. */
    String label();

    /** The design with it. */
    Design in(Design design);

    /** Another answer. */
    record Answering(String label, String consideration, Answer answer) implements Fix {
        @Override
        public Design in(Design design) {
            return answer.isEmpty() && !(answer instanceof Answer.Table) ? design.without(consideration) : design.with(consideration, answer);
        }
    }

    /** New numbers for the records whose number an earlier one has. */
    record Renumbering() implements Fix {
        @Override
        public String label() {
            return "Give the next free number";
        }

        @Override
        public Design in(Design design) {
            return design.renumbered();
        }
    }

    /** More findings than this are not looked at: nobody settles them one by one. */
    int TRIED = 40;

    /** The fixes of those findings that have one. */
    static Map<Finding, Fix> of(Design design, List<Finding> findings) {
        var fixes = new LinkedHashMap<Finding, Fix>();
        var names = Candidates.of(design);
        findings.stream().limit(TRIED).forEach(finding -> propose(design, names, finding).filter(fix -> settles(fix, finding, design))
            .ifPresent(fix -> fixes.put(finding, fix)));
        return fixes;
    }

    private static boolean settles(Fix fix, Finding finding, Design design) {
        var fixed = fix.in(design);
        var before = new HashSet<>(Check.ofParts(design));
        return Check.ofParts(fixed).stream().noneMatch(other -> other.equals(finding)
            || other.severity().isAtLeast(Finding.Severity.WARNING) && !before.contains(other));
    }

    private static Optional<Fix> propose(Design design, Candidates names, Finding finding) {
        return finding.kind() == Kind.DUPLICATE_NUMBER ? Optional.of(new Renumbering()) : answer(design, names, finding);
    }

    private static Optional<Fix> answer(Design design, Candidates names, Finding finding) {
        return Catalogue.find(finding.consideration())
            .flatMap(consideration -> Spot.of(finding, consideration, design).flatMap(spot -> switch (finding.kind()) {
                case PASTED_SECRET -> Optional.of(new Answering("Remove the value", consideration.id(), spot.with("")));
                case NOT_APPLICABLE -> Optional.of(new Answering("Clear the answer", consideration.id(), new Answer.Text("")));
                case UNKNOWN_OPTION -> use(consideration, spot, near(spot.value(), spot.field().map(RowType.Field::options)
                    .orElseGet(() -> consideration.input().options().stream().map(Option::id).toList())));
                case DANGLING_REFERENCE -> use(consideration, spot, near(spot.value(), candidates(consideration, spot, names)));
                case UNKNOWN_ROLE -> use(consideration, spot, near(spot.value(), Stream.of(BuiltInRoles.all().stream().map(BuiltInRoles.Role::name),
                    names.of("azure-roles").stream(), names.of("personas").stream()).flatMap(role -> role).toList()));
                case MALFORMED_VALUE -> use(consideration, spot, tidied(spot.value(), spot.field()));
                case IMPOSSIBLE_OPTION -> possible(consideration, spot, design);
                case DUPLICATE_NAME ->
                    spot.isRepeated() ? Optional.of(new Answering("Remove the second row", consideration.id(), spot.withoutRow())) : Optional.empty();
                case OVER_LIMIT -> spot.column().equals("identity") ? MoreIdentities.fix(design, spot.value()) : Optional.empty();
                case NAMELESS_ROW -> spot.isBlank() ? Optional.of(new Answering("Remove the row", consideration.id(), spot.withoutRow())) : Optional.empty();
                case NOBODY_FOR_BREAK_GLASS, CLUSTER_WITHOUT_BREAK_GLASS, BREAK_GLASS_NEEDS_PIM, ELIGIBLE_CLUSTER_ADMIN, NO_WAY_TO_ENTRA, NO_WAY_TO_API_SERVER,
                    LOGS_OF_OTHER_REGION, RESERVED_NAME, SPELLED_DIFFERENTLY, UNSUPPORTED_VERSION, ENDING_VERSION, DUPLICATE_NAMESPACE, DUPLICATE_OBJECT_ID,
                    CONFUSED_ID, UNKNOWN_NAMESPACE,
                    MISSING_VALUE, MISSING_PART, OPEN_BOUNDARY, MISSING_ID, STAGE_CANNOT_RUN, LIMIT,
                    STANDING_BESIDE_ELIGIBLE,
                    INCOMPLETE_DECISION,
                    OPEN_POINT, PLATFORM_NAMESPACE, DUPLICATE_NUMBER, WAITING_QUOTA,
                    WAITING_GRANT, UNKNOWN_KEY, CONTRADICTION, UNKNOWN_OPERATION, NO_KUBECONFIG,
                    NOT_AS_SIGNED_IN -> Optional.empty();
            }));
    }

    private static Optional<Fix> use(Consideration consideration, Spot spot, Optional<String> value) {
        return value.filter(found -> !found.equals(spot.value())).map(found -> new Answering("Use " + found, consideration.id(), spot.with(found)));
    }

    private static Collection<String> candidates(Consideration consideration, Spot spot, Candidates names) {
        return spot.field().<Collection<String>>map(names::candidates)
            .orElseGet(() -> consideration.input() instanceof Input.Pick(var rowsOf) ? names.of(rowsOf) : List.of());
    }

    /** The only name that differs in case, or in one character. */
    private static Optional<String> near(String typed, Collection<String> names) {
        var near = names.stream().distinct().filter(name -> differsLittle(name.toLowerCase(Locale.ROOT), typed.strip().toLowerCase(Locale.ROOT))).toList();
        return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
    }

    private static boolean differsLittle(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        int head = 0;
        while (head < a.length() && head < b.length() && a.charAt(head) == b.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < a.length() - head && tail < b.length() - head && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
            tail++;
        }
        return Math.min(a.length(), b.length()) > 3 && Math.max(a.length(), b.length()) - head - tail <= 1;
    }

    /** Without what is copied along by mistake: quotes, braces, spaces, a slash at the end; in small letters with hyphens where the form takes nothing else. */
    private static Optional<String> tidied(String typed, Optional<RowType.Field> field) {
        var tidy = typed.strip().replaceAll("^[\"'{(<\\s]+|[\"'})>\\s,;]+$", "").replaceAll("(?<=.)/+$", "");
        var plain = tidy.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
        var fitting = field.filter(known -> !known.column().format().fits(tidy) && known.column().format().fits(plain)).map(_ -> plain).orElse(tidy);
        return fitting.isEmpty() ? Optional.empty() : Optional.of(fitting);
    }

    /** What is suggested, or the only option that is left. */
    private static Optional<Fix> possible(Consideration consideration, Spot spot, Design design) {
        if (consideration.input() instanceof Input.ManyOf) {
            var label = consideration.option(spot.value()).map(Option::label).orElse(spot.value());
            return Optional.of(new Answering("Leave out " + label, consideration.id(), spot.with("")));
        }
        var left = consideration.input().options().stream().filter(option -> option.impossible().stream().noneMatch(no -> no.condition().holds(design)))
            .toList();
        return consideration.suggestion().apply(design.without(consideration.id())).map(suggestion -> suggestion.answer())
            .flatMap(answer -> answer instanceof Answer.Choice(var id) ? consideration.option(id) : Optional.empty()).filter(left::contains)
            .or(() -> left.size() == 1 ? Optional.of(left.getFirst()) : Optional.empty())
            .map(option -> new Answering("Use " + option.label(), consideration.id(), new Answer.Choice(option.id())));
    }

    /** Where in an answer a finding is. */
    record Spot(Answer answer, Optional<RowType<?>> type, int index, String column, int element) {
        private static final java.util.regex.Pattern PATH = java.util.regex.Pattern.compile("(?:\\[(\\d+)\\])?(?:\\.([A-Za-z]\\w*))?(?:\\[(\\d+)\\])?");

        static Optional<Spot> of(Finding finding, Consideration consideration, Design design) {
            var start = aksiam.model.Place.answer(consideration.id()).path();
            var path = finding.place().path();
            if (!path.startsWith(start) || design.answers().get(consideration.id()) == null) {
                return Optional.empty();
            }
            var matcher = PATH.matcher(path.substring(start.length()));
            return matcher.matches()
                ? Optional.of(new Spot(design.answers().get(consideration.id()), consideration.rowType(), number(matcher.group(1)),
                    Optional.ofNullable(matcher.group(2)).orElse(""), number(matcher.group(3))))
                : Optional.empty();
        }

        private static int number(String digits) {
            return digits == null ? -1 : Integer.parseInt(digits);
        }

        Optional<RowType.Field> field() {
            return type.flatMap(known -> known.field(column));
        }

        private Row row() {
            return answer instanceof Answer.Table(var rows) && index >= 0 && index < rows.size() ? rows.get(index) : Row.EMPTY;
        }

        String value() {
            return switch (answer) {
                case Answer.Text(var text) -> text;
                case Answer.Choice(var option) -> option;
                case Answer.Choices(var options) -> index >= 0 && index < options.size() ? options.get(index) : "";
                case Answer.Table _ -> element < 0 ? row().text(column) : element < row().list(column).size() ? row().list(column).get(element) : "";
            };
        }

        /** The answer with another value here; without it when the value is empty. */
        Answer with(String value) {
            return switch (answer) {
                case Answer.Text _ -> new Answer.Text(value);
                case Answer.Choice _ -> new Answer.Choice(value);
                case Answer.Choices(var options) -> new Answer.Choices(set(options, index, value));
                case Answer.Table(var rows) -> {
                    var copy = new ArrayList<>(rows);
                    if (index >= 0 && index < rows.size()) {
                        copy.set(index, row().with(column, element < 0 ? value : set(row().list(column), element, value)));
                    }
                    yield new Answer.Table(copy);
                }
            };
        }

        boolean isBlank() {
            return index >= 0 && row().cells().keySet().stream().allMatch(name -> row().display(name).isBlank());
        }

        boolean isRepeated() {
            return answer instanceof Answer.Table(var rows) && index >= 0 && index < rows.size() && rows.indexOf(row()) < index;
        }

        Answer withoutRow() {
            var copy = new ArrayList<>(answer instanceof Answer.Table(var rows) ? rows : List.<Row>of());
            copy.remove(index);
            return new Answer.Table(copy);
        }

        private static List<String> set(List<String> list, int at, String value) {
            var copy = new ArrayList<>(list);
            if (at >= 0 && at < copy.size()) {
                copy.remove(at);
                if (!value.isEmpty()) {
                    copy.add(at, value);
                }
            }
            return copy;
        }
    }
}
