package aksiam.generate.kubernetes;

import aksiam.generate.Artefact;
import aksiam.generate.Escaping;
import aksiam.generate.Output;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.generate.bicep.GivenRights;
import aksiam.generate.bicep.SettingChecks;
import aksiam.plan.PlannedCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Questions to a running cluster, as data, and the script that asks them: what is allowed, and what is almost allowed. Questions that differ only in the
 * right or in the namespaces stand in one row.
 */
public final class ChecksOutput implements Output {
    /**
     * One question.
     *
     * @param cells         one for each column; empty ones are printed as a hyphen, which the shell does not skip
     * @param consideration what the expected answer follows from
     */
    record Row(List<String> cells, String consideration) {
        String line() {
            var line = new StringBuilder();
            cells.forEach(cell -> line.append(cell.isBlank() ? "-" : Escaping.comment(cell)).append('\t'));
            return line.append(consideration).toString();
        }

        /** With one more cell. */
        Row with(String cell) {
            return new Row(Stream.concat(cells.stream(), Stream.of(cell)).toList(), consideration);
        }
    }

    @Override
    public String id() {
        return "checks";
    }

    @Override
    public String title() {
        return "Checks in the cluster";
    }

    @Override
    public String description() {
        return "Questions that show in a running cluster that people, pipelines, workloads and traffic get what the design gives them, and no more";
    }

    @Override
    public List<Artefact> render(Source source, Templates templates) {
        var plan = source.plan();
        var files = new ArrayList<Artefact>();
        var settings = SettingChecks.of(plan);
        for (var cluster : ClusterManifests.of(plan)) {
            var folder = "checks/" + cluster.cluster.name() + "/";
            add(files, templates, folder + "settings.tsv", SettingChecks.COLUMNS, settings.getOrDefault(cluster.cluster.name(), List.of()).stream()
                .map(question -> new Row(List.of(question.expected(), question.setting(), question.resource(), question.version()), question.consideration()))
                .toList());
            add(files, templates, folder + "rights.tsv", RightsChecks.COLUMNS, RightsChecks.of(plan, cluster));
            add(files, templates, folder + "traffic.tsv", TrafficChecks.COLUMNS, TrafficChecks.of(cluster));
        }
        var rights = GivenRights.of(plan);
        for (var cluster : plan.clusters().stream().filter(PlannedCluster::isDeployable).toList()) {
            var rows = Holders.of(rights, cluster);
            var model = Map.of("cluster", cluster.id().text(), "lines", rows.stream().map(Row::line).toList());
            files.add(Artefact.of("checks/" + cluster.name() + "/holders.tsv", templates.render("checks/holders.tsv.ftl", model),
                rows.stream().map(Row::consideration).distinct().toList()));
        }
        AzureChecks.of(plan).forEach((cluster, rows) -> add(files, templates, "checks/" + cluster + "/azure.tsv", AzureChecks.COLUMNS, rows));
        if (!files.isEmpty()) {
            files.addFirst(Artefact.of("checks/run.sh", templates.render("checks/run.sh.ftl", Map.of("waysIn", Holders.WAYS_IN)),
                files.stream().flatMap(file -> file.considerations().stream()).toList()));
        }
        return files;
    }

    /** How many questions a printed row of a file asks. */
    public static int questions(String path, String line) {
        var cells = line.split("\t", -1);
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "rights.tsv" -> cells[RightsChecks.COLUMNS.indexOf("may")].split(RightsChecks.SEPARATOR).length;
            case "traffic.tsv" -> cells[TrafficChecks.COLUMNS.indexOf("from namespaces")].split(TrafficChecks.SEPARATOR).length
                * cells[TrafficChecks.COLUMNS.indexOf("to")].split(TrafficChecks.SEPARATOR).length;
            default -> 1;
        };
    }

    private static void add(List<Artefact> files, Templates templates, String path, List<String> columns, List<Row> rows) {
        if (!rows.isEmpty()) {
            var model = Map.of("columns", columns, "lines", rows.stream().map(Row::line).toList());
            files.add(Artefact.of(path, templates.render("checks/rows.tsv.ftl", model),
                rows.stream().map(Row::consideration).filter(id -> !id.isEmpty()).distinct().toList()));
        }
    }
}
