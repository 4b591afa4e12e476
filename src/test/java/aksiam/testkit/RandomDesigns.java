package aksiam.testkit;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.plan.PlannedCluster;
import aksiam.rules.Check;
import aksiam.rules.Finding;
import java.util.Random;
import java.util.stream.Stream;

/** Designs that chance makes of presets and cases: some answers are others, some rows are missing. A seed gives the same designs each time. */
public final class RandomDesigns {
    private RandomDesigns() {
    }

    /** Endless; each design can be deployed, so it names a cluster in Azure, and has no error and no stage that cannot run. */
    public static Stream<Design> of(long seed) {
        var random = new Random(seed);
        return Stream.generate(() -> changed(Designs.read(Designs.all().get(random.nextInt(Designs.all().size()))), random)).filter(RandomDesigns::isDeployable);
    }

    private static boolean isDeployable(Design design) {
        var plan = Catalogue.plan(design);
        return plan.clusters().stream().anyMatch(PlannedCluster::isDeployable) && plan.obstacles().isEmpty()
            && Check.findings(design, plan).stream().noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }

    private static Design changed(Design design, Random random) {
        var considerations = Catalogue.all();
        for (int change = random.nextInt(1, 9); change > 0; change--) {
            design = changed(design, considerations.get(random.nextInt(considerations.size())), random);
        }
        return design;
    }

    private static Design changed(Design design, Consideration consideration, Random random) {
        var options = consideration.input().options();
        if (!options.isEmpty()) {
            int option = random.nextInt(options.size() + 1);
            return option == options.size()
                ? design.without(consideration.id())
                : design.with(consideration.id(), Answers.choosing(consideration, options.get(option).id()));
        }
        return design.answer(consideration.id()).filter(Answer.Table.class::isInstance).map(Answer.Table.class::cast)
            .map(table -> design.with(consideration.id(), new Answer.Table(table.rows().stream().filter(_ -> random.nextInt(4) > 0).toList())))
            .orElse(design);
    }
}
