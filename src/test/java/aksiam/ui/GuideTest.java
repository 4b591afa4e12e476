package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Input;
import aksiam.catalogue.Option;
import aksiam.catalogue.Step;
import aksiam.cli.Cli;
import aksiam.model.RowType;
import aksiam.testkit.Fx;
import aksiam.testkit.Pictures;
import aksiam.ui.parts.Messages;
import aksiam.workshop.Action;
import aksiam.workshop.Page;
import aksiam.workshop.Preferences.Theme;
import aksiam.workshop.Update;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The guide says what the product is now: pages about steps, keys and commands are printed from it ({@code -Dgolden=write} writes them, and the
 * pictures), links lead somewhere, and Help shows the page of the present step.
 */
class GuideTest {
    private static final Path GUIDE = Path.of("docs", "guide");
    private static final boolean WRITE = "write".equals(System.getProperty("golden"));
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final List<String> COMMANDS = List.of("", "new", "check", "generate", "explain", "schema", "templates export");

    @TempDir
    private Path folder;

    @Test
    void pages_about_steps_keys_and_commands_are_current() throws IOException {
        var pages = new TreeMap<String, String>();
        Catalogue.steps().stream().filter(step -> Update.hasConsiderations(step.number()))
            .forEach(step -> pages.put(Guide.pageOf(new Page.At(step.number(), "")), step(step)));
        pages.put("keyboard.md", keyboard());
        pages.put("command-line.md", commandLine());
        for (var page : pages.entrySet()) {
            var file = GUIDE.resolve(page.getKey());
            if (WRITE) {
                Files.writeString(file, page.getValue());
            }
            assertEquals(page.getValue(), Files.readString(file).replace("\r\n", "\n"), page.getKey() + ": write it again with -Dgolden=write");
        }
        try (var steps = Files.list(GUIDE.resolve("steps"))) {
            assertEquals(List.of(), steps.map(file -> "steps/" + file.getFileName()).filter(page -> !pages.containsKey(page)).toList());
        }
    }

    @Test
    void links_lead_somewhere_and_every_picture_is_shown() throws IOException {
        var broken = new TreeSet<String>();
        var used = new TreeSet<Path>();
        var pages = Stream.concat(walk(".md"), Stream.of(Path.of("README.md"))).toList();
        for (var page : pages) {
            LINK.matcher(Files.readString(page)).results().map(link -> page.resolveSibling(link.group(1)).normalize()).forEach(target -> {
                used.add(target);
                if (!Files.exists(target)) {
                    broken.add(page + ": " + target);
                }
            });
        }
        assertEquals(List.of(), List.copyOf(broken));
        assertEquals(List.of(), walk(".png").filter(picture -> !used.contains(picture)).toList());
    }

    private static Stream<Path> walk(String ending) throws IOException {
        try (var files = Files.walk(GUIDE)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        }
    }

    @Test
    void help_opens_the_page_of_the_present_step() {
        try (var room = new Room(folder, 1000, 900)) {
            room.show();
            room.take(new Action.New());
            for (var step : Catalogue.steps()) {
                room.take(new Action.Go(new Page.At(step.number(), Update.hasConsiderations(step.number()) ? step.considerations().getFirst().id() : "")));
                Fx.keys(KeyCode.SHIFT, KeyCode.F1);
                var page = (MarkdownView) ((ScrollPane) Fx.find("#guide-page")).getContent();
                assertTrue(Fx.call(() -> page.getChildren().size()) > 3, step.title());
                Fx.keys(KeyCode.ESCAPE);
            }
        }
    }

    @Test
    void pictures() throws IOException {
        try (var room = new Room(folder, 1280, 800)) {
            room.theme(Theme.LIGHT, 100);
            picture(room, "start", _ -> {
            });
            room.preset("shared-platform");
            room.take(new Action.Go(new Page.At(2, "cluster-identity-rights")));
            room.take(new Action.Answered("cluster-identity-rights", new aksiam.model.Answer.Choice("network-contributor"), room.workshop.now()));
            room.rendered();
            picture(room, "step", _ -> {
            });
            picture(room, "window", window -> window.show(SidePanel.View.FILES));
            room.take(new Action.Undo(room.workshop.now()));
            room.take(new Action.Go(new Page.At(6, "teams")));
            room.rendered();
            picture(room, "table", _ -> {
            });
            room.take(new Action.Go(new Page.At(12, "")));
            picture(room, "review", _ -> {
            });
            room.take(new Action.Target(java.util.Optional.of(Path.of("platform-design", "aks", "bundle")), java.util.Set.of()));
            room.take(new Action.Go(new Page.At(13, "")));
            room.await(state -> state.generation().plan().isPresent());
            picture(room, "generate", _ -> {
            });
        }
    }

    private static void picture(Room room, String name, Consumer<MainWindow> prepare) throws IOException {
        var taken = room.picture("guide-" + name, 1280, 800, prepare);
        var shipped = GUIDE.resolve("images").resolve(name + ".png");
        if (WRITE) {
            Pictures.shrink(taken, shipped);
        }
        assertTrue(Files.size(shipped) > 10_000, name);
    }

    private static String step(Step step) {
        var text = new StringBuilder("# Step " + step.number() + ": " + step.title() + "\n\n");
        text.append("| Consideration | Question |\n| --- | --- |\n");
        step.considerations().forEach(consideration -> text.append("| " + cell(consideration.title()) + " | " + cell(consideration.question()) + " |\n"));
        step.considerations().forEach(consideration -> consideration(consideration, text));
        text.append("\n[Contents](../README.md)\n");
        return text.toString();
    }

    private static void consideration(Consideration consideration, StringBuilder text) {
        text.append("\n## " + consideration.title() + "\n\n" + prose(consideration.question()) + "\n");
        paragraph(consideration.why(), text);
        switch (consideration.input()) {
            case Input.OneOf(var options) -> options(options, "One of these:", text);
            case Input.ManyOf(var options) -> options(options, "Any of these:", text);
            case Input.Pick(var rowsOf) -> paragraph("Picked from " + Catalogue.get(rowsOf).title() + ".", text);
            case Input.Text(var format, var example) ->
                paragraph("Typed: " + format.expected() + (example.isEmpty() ? "." : ", such as \"" + example + "\"."), text);
            case Input.Rows(var type) -> columns(type, text);
            case Input.Matrix(var type, var _, var _, var _) -> columns(type, text);
        }
        contrasts(consideration, text);
        paragraph(consideration.undecided().isEmpty() ? "" : "While undecided: " + (consideration.undecided() + " " + consideration.byDefault()).strip(), text);
        if (!consideration.references().isEmpty()) {
            text.append("\n");
            consideration.references().forEach(
                reference -> text.append("- [" + prose(reference.title()) + "](" + reference.url() + "), " + reference.date() + "\n"));
        }
    }

    private static void options(List<Option> options, String line, StringBuilder text) {
        text.append("\n" + line + "\n\n| Option | For | Against | Later |\n| --- | --- | --- | --- |\n");
        options.forEach(
            option -> text.append("| **" + cell(option.label()) + "**" + cell(stage(option)) + (option.summary().isEmpty() ? "" : ": " + cell(option.summary()))
                + " | " + cell(String.join(" ", option.advantages().stream().map(GuideTest::sentence).toList())) + " | "
                + cell(String.join(" ", option.drawbacks().stream().map(GuideTest::sentence).toList())) + " | "
                + cell(option.door().map(door -> door.reversibility().label()).orElse("")) + " |\n"));
    }

    private static void contrasts(Consideration consideration, StringBuilder text) {
        if (consideration.contrasts().isEmpty()) {
            return;
        }
        var options = consideration.input().options();
        text.append("\nCompared:\n\n| | " + options.stream().map(option -> cell(option.label())).collect(Collectors.joining(" | ")) + " |\n| --- |"
            + " --- |".repeat(options.size()) + "\n");
        consideration.contrasts().forEach(contrast -> text.append("| " + cell(contrast.question()) + " | "
            + contrast.answers().stream().map(answer -> cell(answer.text())).collect(Collectors.joining(" | ")) + " |\n"));
    }

    private static String stage(Option option) {
        return switch (option.maturity().stage()) {
            case GA -> "";
            case PREVIEW -> " (preview, " + option.maturity().date() + ")";
            case LEGACY -> " (legacy)";
        };
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static void columns(RowType<?> type, StringBuilder text) {
        text.append("\n| Column | What belongs there |\n| --- | --- |\n");
        type.fields().forEach(field -> {
            var options = field.options().isEmpty() ? "" : "One of " + String.join(", ", field.options()) + ".";
            var nested = field.rows().map(rows -> "Rows of " + rows.fields().stream().map(RowType.Field::label).collect(Collectors.joining(", ")) + ".")
                .orElse("");
            text.append("| " + cell(field.label()) + (field.column().required() ? " (required)" : "") + " | "
                + cell(Stream.of(field.column().help(), options, nested).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "))) + " |\n");
        });
    }

    private static void paragraph(String words, StringBuilder text) {
        if (!words.isEmpty()) {
            text.append("\n" + prose(words) + "\n");
        }
    }

    private static String prose(String words) {
        return words.replace("<", "&lt;").replace("*", "\\*");
    }

    private static String cell(String words) {
        return prose(words).replace("|", "\\|").replace("\n", " ");
    }

    private String keyboard() {
        try (var room = new Room(folder, 1000, 900)) {
            var text = new StringBuilder("# Keyboard\n\nEverything can be done without a mouse. Menus show these keys too; on macOS Cmd stands for Ctrl.\n");
            var state = room.state();
            for (var menu : room.window.commands().menus()) {
                var commands = Fx.call(() -> menu.commands(state).filter(command -> !command.keys().isEmpty()).toList());
                text.append("\n## " + Messages.get(menu.key()) + "\n\n| Does | Keys |\n| --- | --- |\n");
                commands.forEach(command -> text.append("| " + cell(Messages.get(command.key())) + " | "
                    + command.keys().stream().map(key -> key.getName().replace("Shortcut", "Ctrl")).distinct().collect(Collectors.joining(", ")) + " |\n"));
            }
            text.append("\n## " + Messages.get("keys.page") + "\n\n| Does | Keys |\n| --- | --- |\n");
            Stream.of(Messages.get("keys.list").split("\\|")).map(line -> line.split("=", 2))
                .forEach(line -> text.append("| " + cell(line[1].strip()) + " | " + cell(line[0].strip()) + " |\n"));
            return text.append("\n[Contents](README.md)\n").toString();
        }
    }

    private static String commandLine() {
        var text = new StringBuilder(
            """
            # The command line

            The same engine as the window, without a display, for pipelines. Every command ends with 2 for wrong usage or an unreadable file, names every
            fault with its path and line, and writes nothing then; [what happens with bad input](errors.md) lists them.

            In a pipeline: `aks-iam check` on every change, `aks-iam generate` and a look at the difference, then the stages of the bundle.
            """);
        for (var command : COMMANDS) {
            var out = new StringWriter();
            Cli.run(new PrintWriter(out), new PrintWriter(out), _ -> {
            }, (command + " --help").strip().split(" "));
            text.append("\n## aks-iam " + command)
                .append("\n\n```text\n" + out.toString().stripTrailing().replace("\r\n", "\n").lines().map(String::stripTrailing)
                    .collect(Collectors.joining("\n")) + "\n```\n");
        }
        return text.toString().replace("## aks-iam \n", "## aks-iam\n") + "\n[Contents](README.md)\n";
    }
}
