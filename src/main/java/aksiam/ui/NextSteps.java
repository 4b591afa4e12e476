package aksiam.ui;

import aksiam.generate.Artefact;
import aksiam.generate.guide.Stage;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What is done with the bundle, in order, and the right that each stage needs. */
final class NextSteps extends VBox {
    private static final String GROUPS = "entra/README.md";

    NextSteps(Live live) {
        getStyleClass().add("card-list");
        live.each(state -> state.preview().files(), this::show);
    }

    private void show(List<Artefact> files) {
        getChildren().setAll(Nodes.row("card-list-head", Nodes.grow(Nodes.text(Messages.get("generate.next"), "strong")),
            Nodes.text(Messages.get("generate.next.line"), "small", "muted")));
        if (files.stream().anyMatch(file -> file.path().equals(GROUPS))) {
            getChildren().add(row(Nodes.row("stage-icon", Icons.of("users")), Messages.get("generate.before"), GROUPS, Messages.get("generate.before.right")));
        }
        var stages = Stage.of(files);
        stages.forEach(stage -> getChildren().add(row(Nodes.count(stage.number()), stage.title(), where(stage.files()), stage.who() + ": " + stage.right())));
        if (stages.isEmpty()) {
            getChildren().add(Nodes.row("card-list-row", Nodes.prose(Messages.get("generate.nostage"), "small", "muted")));
        }
    }

    private static Node row(Node number, String title, String path, String right) {
        var name = Nodes.prose(title, "small", "strong", "stage-name");
        var where = Nodes.path(path);
        where.getStyleClass().add("stage-path");
        return Nodes.row("card-list-row", number, name, where, Nodes.grow(Nodes.prose(right, "small")));
    }

    /** One file by its name, several by their folder: a stage keeps to one. */
    private static String where(List<String> files) {
        if (files.size() == 1) {
            return files.getFirst();
        }
        var first = files.getFirst();
        return first.substring(0, first.indexOf('/') + 1) + ", " + Words.count(files.size(), "file");
    }
}
