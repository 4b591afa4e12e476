package aksiam.generate.record;

import aksiam.generate.Artefact;
import aksiam.generate.Escaping;
import aksiam.generate.Source;
import aksiam.generate.kubernetes.ChecksOutput;
import aksiam.model.rows.Person;
import aksiam.model.rows.Tables;
import aksiam.plan.Namespace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the plan and the files say about each consideration, and what every record says alike; put together once for all records of a design. */
final class Evidence {
    final Source source;
    /** Who was asked and who is told, each as "name (function)". */
    final String consulted;
    final String informed;
    /** How large the platform is, one sentence of Markdown. */
    final String platform;
    private final Map<String, List<PlanFacts.Fact>> facts;
    private final Map<String, List<Artefact>> files = new HashMap<>();
    private final Map<String, List<String>> questions;

    Evidence(Source source) {
        this.source = source;
        var people = source.design().rows("people", Tables.PEOPLE);
        consulted = people(people, "consulted");
        informed = people(people, "informed");
        platform = platform(source);
        facts = PlanFacts.of(source.design(), source.plan());
        questions = questions(source.files());
        source.files().forEach(file -> file.considerations().forEach(id -> files.computeIfAbsent(id, _ -> new ArrayList<>()).add(file)));
    }

    /** What the plan holds because of a consideration. */
    List<PlanFacts.Fact> facts(String consideration) {
        return facts.getOrDefault(consideration, List.of());
    }

    /** The generated files that a consideration shaped. */
    List<Artefact> files(String consideration) {
        return files.getOrDefault(consideration, List.of());
    }

    /** Those of them in which its answers stand: templates only say what any answer means. */
    List<Artefact> telling(String consideration) {
        var all = files(consideration).stream().filter(file -> !file.path().startsWith("checks/")).toList();
        var own = all.stream().filter(file -> !file.path().endsWith(".bicep") && !file.path().endsWith("/kustomization.yaml")).toList();
        return own.isEmpty() ? all : own;
    }

    /** What the checks ask because of a consideration, one line of Markdown for each file. */
    List<String> questions(String consideration) {
        return questions.getOrDefault(consideration, List.of());
    }

    /** The questions by what they follow from, which is the last column; the first one is the answer that is expected. */
    private static Map<String, List<String>> questions(List<Artefact> files) {
        var all = new HashMap<String, List<String>>();
        for (var file : files) {
            if (file.path().startsWith("checks/") && file.path().endsWith(".tsv")) {
                var rows = file.text().lines().skip(1).collect(Collectors.groupingBy(line -> line.substring(line.lastIndexOf('\t') + 1)));
                rows.forEach((consideration, own) -> all.computeIfAbsent(consideration, _ -> new ArrayList<>())
                    .add(RecordText.link(file) + ": " + (file.path().endsWith("/settings.tsv") ? settings(own) : counted(file.path(), own))));
            }
        }
        return all;
    }

    private static String settings(List<String> rows) {
        return rows.stream().map(row -> row.split("\t", 3)).map(cells -> "`" + cells[1] + "` is `" + cells[0] + "`").collect(Collectors.joining("; "));
    }

    private static String counted(String path, List<String> rows) {
        int all = rows.stream().mapToInt(row -> ChecksOutput.questions(path, row)).sum();
        int refused = rows.stream().filter(row -> row.startsWith("no\t") || row.startsWith("block\t")).mapToInt(row -> ChecksOutput.questions(path, row)).sum();
        return RecordText.counted(all, "question", "questions") + (refused == 0 ? "" : ", " + refused + " of them to be refused");
    }

    /** Those that are there anyway are not counted among those that the design makes. */
    private static String namespaces(List<Namespace> all) {
        var given = (int) all.stream().filter(namespace -> namespace.maker() == Namespace.Maker.GIVEN).count();
        return RecordText.counted(all.size() - given, "namespace", "namespaces") + (given == 0 ? "" : ", and " + given + " that others make");
    }

    private static String people(List<Person> people, String part) {
        return people.stream().filter(person -> person.part().equals(part))
            .map(person -> person.function().isEmpty() ? person.name() : person.name() + " (" + person.function() + ")").collect(Collectors.joining(", "));
    }

    private static String platform(Source source) {
        var plan = source.plan();
        var teams = source.design().rows("teams", Tables.TEAMS);
        return (plan.organisation().isBlank() ? "This design" : "The platform of " + Escaping.md(plan.organisation())) + " has "
            + RecordText.counted(plan.clusters().size(), "cluster", "clusters")
            + RecordText.named(plan.clusters().stream()
                .map(cluster -> cluster.name() + " in " + cluster.region() + ", " + cluster.environment() + (cluster.existing() ? ", existing" : "")).toList())
            + "; "
            + RecordText.counted(teams.size(), "team", "teams") + RecordText.named(teams.stream().map(team -> team.name()).toList()) + "; "
            + namespaces(plan.namespaces()) + ".";
    }
}
