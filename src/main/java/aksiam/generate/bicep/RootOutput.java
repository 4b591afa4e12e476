package aksiam.generate.bicep;

import aksiam.generate.Artefact;
import aksiam.generate.Output;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import java.util.List;
import java.util.Map;

/** What belongs to all stages: the settings of the Bicep linter. */
public final class RootOutput implements Output {
    @Override
    public String id() {
        return "root";
    }

    @Override
    public String description() {
        return "bicepconfig.json for all stages, and deploy.sh, which runs the stages in order.";
    }

    @Override
    public List<Artefact> render(Source source, Templates templates) {
        return List.of(Artefact.of("bicepconfig.json", templates.render("bicep/bicepconfig.json.ftl", Map.of()), List.of()));
    }
}
