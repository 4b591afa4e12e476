package aksiam.testkit;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Input;
import aksiam.model.Answer;
import aksiam.model.Decision;
import aksiam.model.Design;
import aksiam.model.Format;
import aksiam.model.Row;
import aksiam.model.RowType;
import aksiam.model.RowType.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts text that could mean something in one of the languages of the bundle into every free-text field of a design, and keeps its references whole. */
public final class HostileText {
    public static final List<String> TEXTS = List.of("it's \"quoted\" `so` \\ and \\", "${x} $(id) #{y} {{ z }} <#if> ${\"a\"?eval}", "'''",
        "two\nlines\r\nand\ttabs", "---", "{{ .Values.x }}", "=HYPERLINK(\"http://a.example\")",
        "<script>alert(1)</script> <!-- --> &amp; <b", "[link](https://a.example) ![x](y) https://b.example www.c.example me@d.example",
        "| a | b |\n| --- | --- |", "# heading\n\n- item\n1. one", "*/ // -- %> */",
        "\u202Eright to left\u202C \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627", "emoji \uD83D\uDC69\u200D\uD83D\uDCBB \uD83D\uDEE1\uFE0F",
        "\u2018curly\u2019 \u201Cquotes\u201D \u00A0 \u2028 \uFEFF", "x".repeat(500), "a ".repeat(250),
        "@handle - dash: colon, comma; *star* _under_ ~~gone~~ |pipe| #hash %percent% !bang", "EOF\nHELP\nPRINCIPALS", "null", "1e3", "~", "yes");
    /** Columns of free text that name something Azure or Kubernetes must know. */
    private static final Set<String> NOT_FREE = Set.of("role", "size", "apiGroups", "resources", "verbs", "resourceNames", "objects", "pool", "secretName",
        "tenant");
    /** Tables whose names other tables refer to. */
    private static final Set<String> NAMED = Set.of("principals", "environments", "people");

    private final Map<String, String> names = new HashMap<>();
    private int count;

    private HostileText() {
    }

    public static Design in(Design design) {
        return new HostileText().fill(design);
    }

    private Design fill(Design design) {
        for (var id : NAMED) {
            design.rows(id).stream().filter(row -> !row.text("kind").equals("service-account"))
                .forEach(row -> names.computeIfAbsent(row.text("name"), _ -> next() + " " + count));
        }
        var filled = design;
        for (var consideration : Catalogue.all()) {
            var answer = design.answer(consideration.id());
            if (answer.isPresent()) {
                filled = filled.with(consideration.id(), fill(consideration, answer.get()));
                var decision = design.decision(consideration.id());
                filled = filled.with(consideration.id(), new Decision(decision.status(), next(), List.of(next(), next()), decision.date(),
                    Optional.of(new Decision.OpenPoint(next(), next(), Optional.empty())), decision.revisit()));
            }
        }
        return filled;
    }

    private Answer fill(Consideration consideration, Answer answer) {
        return switch (answer) {
            case Answer.Text text -> consideration.input() instanceof Input.Text(var format, var _) && format == Format.ANY ? new Answer.Text(next()) : text;
            case Answer.Choices(var options) when consideration.input().options().isEmpty() ->
                new Answer.Choices(options.stream().map(name -> names.getOrDefault(name, name)).toList());
            case Answer.Table(var rows) when consideration.rowType().isPresent() ->
                new Answer.Table(rows.stream().map(row -> fill(consideration.id(), consideration.rowType().get(), row)).toList());
            case Answer.Choice _, Answer.Choices _, Answer.Table _ -> answer;
        };
    }

    private Row fill(String table, RowType<?> type, Row row) {
        var cells = new LinkedHashMap<>(row.cells());
        for (var field : type.fields()) {
            switch (field.kind()) {
                case TEXT -> {
                    if (field.column().format() == Format.ALIAS) {
                        // It names files, and may be spelled like an environment.
                        cells.put(field.name(), row.text(field.name()));
                    } else if (!row.text(field.name()).isEmpty() || isFree(field)) {
                        var text = names.getOrDefault(row.text(field.name()),
                            isFree(field) && !(field.name().equals("name")) ? next() : row.text(field.name()));
                        cells.put(field.name(), text);
                    }
                }
                case LIST -> cells.put(field.name(),
                    field.name().equals("members")
                        ? List.of(next(), next())
                        : row.list(field.name()).stream().map(name -> names.getOrDefault(name, name)).toList());
                case ROWS -> cells.put(field.name(),
                    new ArrayList<>(row.rows(field.name()).stream().map(nested -> fill(table, field.rows().orElseThrow(), nested)).toList()));
                case NUMBER, FLAG -> {
                }
            }
        }
        return new Row(cells);
    }

    private static boolean isFree(Field field) {
        return field.column().format() == Format.ANY && field.options().isEmpty() && field.column().refersTo().length == 0 && !NOT_FREE.contains(field.name());
    }

    private String next() {
        return TEXTS.get(count++ % TEXTS.size());
    }
}
