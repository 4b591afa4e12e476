package aksiam.cli;

import aksiam.store.DesignSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The JSON Schema of the design file. */
@Command(name = "schema", description = "Print the JSON Schema (2020-12) of the design file.")
final class SchemaCommand extends Help implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().print(DesignSchema.text());
    }
}
