package aksiam.generate.removal;

import aksiam.domain.ResourceTypes;
import aksiam.generate.Artefact;
import aksiam.generate.Escaping;
import aksiam.generate.Output;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.generate.bicep.GivenRight;
import aksiam.generate.bicep.GivenRights;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What this bundle gives in Azure, what earlier ones gave beyond that, and the script that takes it away. */
public final class RemovalsOutput implements Output {
    /** Where everything stands that the bundle gives in Azure, a line each. */
    public static final String RIGHTS = "rights.tsv";
    static final String SCRIPT = "remove.sh";
    public static final Set<String> PATHS = Set.of(RIGHTS, Removals.PATH, SCRIPT);

    @Override
    public String id() {
        return "removals";
    }

    @Override
    public String title() {
        return "Removals";
    }

    @Override
    public String description() {
        return "Every right that the bundle gives in Azure (rights.tsv), those that earlier bundles gave and this one does not (removals.json), and the script that takes them away.";
    }

    @Override
    public List<Artefact> render(Source source, Templates templates) {
        var rights = GivenRights.of(source.plan());
        var considerations = rights.stream().map(GivenRight::consideration).toList();
        var records = source.design().records().stream()
            .collect(Collectors.toMap(entry -> entry.consideration(), entry -> entry.number(), Math::max, TreeMap::new));
        var model = Map.of("design", source.plan().design(), "rights", rights.stream().map(RemovalsOutput::line).toList(), "entries",
            rights.stream().map(Removals::entry).toList(), "records", records, "clusters",
            source.plan().administrators().stream().filter(administrators -> administrators.cluster().isDeployable())
                .map(administrators -> Map.of("id", administrators.cluster().id().text(), "folder", "kubernetes/clusters/" + administrators.cluster().name(),
                    "adminKubeconfig", administrators.needsAdminKubeconfig()))
                .toList(),
            "identities",
            source.plan().identities().stream().map(identity -> identity.id().text().toLowerCase(Locale.ROOT)).sorted().collect(Collectors.joining(" ")),
            "bindingVersion", ResourceTypes.find("Microsoft.ContainerService/managedClusters/identityBindings").orElseThrow().apiVersion());
        return List.of(Artefact.of(RIGHTS, templates.render("removal/rights.tsv.ftl", model), considerations),
            Artefact.of(Removals.PATH, templates.render("removal/removals.json.ftl", model), List.of()),
            Artefact.of(SCRIPT, templates.render("removal/remove.sh.ftl", model), source.plan().clusters().isEmpty() ? List.of() : List.of("clusters")));
    }

    private static String line(GivenRight right) {
        return Stream
            .of(right.kind().label(), Integer.toString(right.stage()), right.name(), right.scope(), right.principal(), right.role(), right.what(),
                right.consideration(), Removals.key(right))
            .map(RemovalsOutput::cell).collect(Collectors.joining("\t"));
    }

    /** On one line; an empty cell is a hyphen, which the shell does not skip. */
    static String cell(String text) {
        return text.isBlank() ? "-" : Escaping.comment(text);
    }
}
