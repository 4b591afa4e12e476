package aksiam;

import aksiam.catalogue.Catalogue;
import aksiam.generate.Artefact;
import aksiam.generate.Outputs;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.model.Design;
import aksiam.plan.Plan;
import aksiam.rules.Check;
import aksiam.rules.Finding;
import aksiam.testkit.Designs;
import aksiam.testkit.ManyTeams;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a changed answer to the refreshed preview, without the window: plan, findings, all files. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 3)
public class EngineBenchmark {
    /** The twelve-team preset, or a number of teams with three namespaces each. */
    @Param({"shared-platform", "10", "100", "1000"})
    public String design;

    private final Templates templates = Templates.embedded();
    private Design answers;
    private Plan plan;

    @Setup
    public void setUp() {
        answers = design.matches("\\d+") ? ManyTeams.of(Integer.parseInt(design)) : Designs.read(design);
        plan = Catalogue.plan(answers);
    }

    @Benchmark
    public Plan plan() {
        return Catalogue.plan(answers);
    }

    @Benchmark
    public List<Finding> check() {
        return Check.findings(answers, plan);
    }

    @Benchmark
    public List<Artefact> planAndRender() {
        return Outputs.render(Source.of(answers), templates);
    }
}
