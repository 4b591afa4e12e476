package aksiam.cli;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Input;
import aksiam.catalogue.Option;
import aksiam.catalogue.Reference;
import aksiam.generate.Outputs;
import aksiam.model.RowType;
import aksiam.rules.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A consideration, a finding or an output in words. */
@Command(name = "explain", description = "Explain a consideration, a finding or an output; without an id, list them.")
final class ExplainCommand extends Help implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "ID", description = "Such as control-plane-identity, dangling-reference or kubernetes.")
    private Optional<String> id = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        if (id.isEmpty()) {
            list(out);
            return Exit.DONE;
        }
        var name = id.get();
        var consideration = Catalogue.find(name);
        var finding = Stream.of(Finding.Kind.values()).filter(kind -> kind.id().equals(name)).findFirst();
        var output = Outputs.ALL.stream().filter(one -> one.id().equals(name)).findFirst();
        consideration.ifPresent(found -> explain(found, out));
        finding.ifPresent(kind -> out.println("Finding " + kind.id() + " (" + kind.severity().label() + ")\n\n" + kind.title() + ".\n" + kind.help()));
        output.ifPresent(found -> out.println("Output " + found.id() + "\n\n" + found.description()));
        if (consideration.isEmpty() && finding.isEmpty() && output.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "there is no consideration, finding or output '" + name + "'; 'aks-iam explain' lists them");
        }
        return Exit.DONE;
    }

    private static void list(PrintWriter out) {
        Catalogue.steps().forEach(step -> {
            out.println(step.number() + " " + step.title());
            step.considerations().forEach(consideration -> out.println("  " + consideration.id() + ": " + consideration.question()));
        });
        out.println("Findings");
        Stream.of(Finding.Kind.values()).forEach(kind -> out.println("  " + kind.id() + " (" + kind.severity().label() + "): " + kind.title()));
        out.println("Outputs");
        Outputs.ALL.forEach(output -> out.println("  " + output.id() + ": " + output.description()));
    }

    private static void explain(Consideration consideration, PrintWriter out) {
        var step = Catalogue.stepOf(consideration.id());
        out.println(consideration.title() + " (" + consideration.id() + ", step " + step.number() + " " + step.title() + ")");
        paragraph(out, consideration.question());
        paragraph(out, consideration.why());
        switch (consideration.input()) {
            case Input.OneOf _ -> out.println("\nOne of:");
            case Input.ManyOf _ -> out.println("\nAny of:");
            case Input.Pick(var rowsOf) -> out.println("\nNames of rows of " + rowsOf + ".");
            case Input.Text(var format, var example) ->
                out.println("\nText: " + format.expected() + (example.isEmpty() ? "." : ", such as \"" + example + "\"."));
            case Input.Rows(var type) -> columns(type, out, "  ");
            case Input.Matrix(var type, var _, var _, var _) -> columns(type, out, "  ");
        }
        consideration.input().options().forEach(option -> option(option, out));
        if (!consideration.undecided().isEmpty()) {
            out.println("\nWhile undecided: " + (consideration.undecided() + " " + consideration.byDefault()).strip());
        }
        if (!consideration.recordOnly().isEmpty()) {
            out.println("\nGenerates no files of its own: " + consideration.recordOnly());
        }
        references(consideration.references(), out, "");
    }

    private static void option(Option option, PrintWriter out) {
        var stage = switch (option.maturity().stage()) {
            case GA -> "";
            case PREVIEW -> " (preview, " + option.maturity().date() + ")";
            case LEGACY -> " (legacy, " + option.maturity().date() + ")";
        };
        out.println("\n  " + option.id() + ": " + option.label() + stage + (option.summary().isEmpty() ? "" : "\n    " + option.summary()));
        option.advantages().forEach(text -> out.println("    + " + text));
        option.drawbacks().forEach(text -> out.println("    - " + text));
        option.door().ifPresent(door -> out.println("    " + door.reversibility().label() + (door.explanation().isEmpty() ? "" : ": " + door.explanation())));
        references(option.references(), out, "    ");
    }

    private static void columns(RowType<?> type, PrintWriter out, String indent) {
        if (indent.length() == 2) {
            out.println("\nRows with these columns:");
        }
        type.fields().forEach(field -> {
            var options = field.options().isEmpty() ? "" : " One of " + String.join(", ", field.options()) + ".";
            var help = field.column().help().isEmpty() ? "" : " " + field.column().help();
            out.println(indent + field.name() + ": " + field.label() + (field.column().required() ? " (required)." : ".") + help + options);
            field.rows().ifPresent(nested -> columns(nested, out, indent + "  "));
        });
    }

    private static void references(List<Reference> references, PrintWriter out, String indent) {
        if (!references.isEmpty() && indent.isEmpty()) {
            out.println("\nReferences:");
        }
        references
            .forEach(reference -> out.println((indent.isEmpty() ? "  " : indent) + reference.title() + " (" + reference.date() + "): " + reference.url()));
    }

    private static void paragraph(PrintWriter out, String text) {
        if (!text.isEmpty()) {
            out.println("\n" + text);
        }
    }
}
