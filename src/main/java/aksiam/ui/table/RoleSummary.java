package aksiam.ui.table;

import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** What a role can, what it cannot, and what stays open, in words; and the way to exclude what a wildcard lets in. */
final class RoleSummary extends HBox {
    private final Text can = text("text-line");
    private final Text cannot = text("text-line");
    private final Text open = text("warning-line");
    private final Button exclude;

    RoleSummary(Runnable exclude) {
        this.exclude = Nodes.button("", exclude);
        getStyleClass().add("role-summary");
        setMinHeight(USE_PREF_SIZE);
        var words = new TextFlow(strong("roles.can"), can, strong("roles.cannot"), cannot, strong("roles.open"), open);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(words, this.exclude);
    }

    /** @param byWildcard how many sensitive operations only a wildcard lets in */
    void show(RoleReach reach, int byWildcard) {
        can.setText(" " + reach.can() + " ");
        cannot.setText(" " + (reach.cannot().isEmpty() ? Messages.get("roles.nothing.excluded") : reach.cannot()) + " ");
        open.setText(" " + (reach.open().isEmpty() ? Messages.get("roles.nothing.open") : reach.open()));
        exclude.setText(Messages.get("roles.exclude", byWildcard));
        Nodes.show(exclude, byWildcard > 0);
    }

    private static Text text(String style) {
        var text = new Text();
        text.getStyleClass().addAll(style, "small");
        return text;
    }

    private static Text strong(String key) {
        var text = text("text-line");
        text.getStyleClass().add("strong");
        text.setText(Messages.get(key));
        return text;
    }
}
