package aksiam.ui.table;

import aksiam.ui.parts.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Popup;

/** The list that opens under a field with what may stand there. The field keeps the focus; arrows move in the list. */
final class Suggestions {
    private static final int ROWS = 8;

    private final TextField field;
    private final Popup popup = new Popup();
    private final ListView<String> list = new ListView<>();

    Suggestions(TextField field, Consumer<String> choose) {
        this.field = field;
        list.getStyleClass().add("suggestions");
        list.setFocusTraversable(false);
        list.setAccessibleText(Messages.get("grid.suggestions"));
        list.setCellFactory(_ -> {
            var cell = new ListCell<String>() {
                @Override
                protected void updateItem(String item, boolean empty) {
                    super.updateItem(item, empty);
                    setText(empty ? null : item);
                }
            };
            cell.setOnMousePressed(event -> {
                if (!cell.isEmpty()) {
                    choose.accept(cell.getItem());
                }
                event.consume();
            });
            return cell;
        });
        popup.getContent().add(list);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
    }

    void show(List<String> entries) {
        if (entries.isEmpty() || field.getScene() == null || field.getScene().getWindow() == null || !field.getScene().getWindow().isShowing()) {
            hide();
            return;
        }
        if (!list.getItems().equals(entries)) {
            list.getItems().setAll(entries);
            list.getSelectionModel().clearSelection();
        }
        popup.getScene().getPreferences().setColorScheme(field.getScene().getPreferences().getColorScheme());
        double size = field.getFont().getSize();
        list.setStyle("-fx-font-size: " + size + "px");
        double height = size * 2.1;
        list.setFixedCellSize(height);
        list.setPrefHeight(height * Math.min(ROWS, entries.size()) + 10);
        list.setPrefWidth(Math.max(field.getWidth(), Math.min(size * 40, size * (3 + 0.62 * entries.stream().mapToInt(String::length).max().orElse(0)))));
        if (!popup.isShowing()) {
            var corner = field.localToScreen(0, field.getHeight() + 2);
            popup.show(field, corner.getX(), corner.getY());
        }
    }

    void hide() {
        popup.hide();
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    void move(int by) {
        var model = list.getSelectionModel();
        int at = model.getSelectedIndex();
        int next = at < 0 ? (by > 0 ? 0 : list.getItems().size() - 1) : Math.floorMod(at + by, list.getItems().size());
        model.select(next);
        list.scrollTo(Math.max(0, next - ROWS / 2));
    }

    /** The entry moved to, if any. */
    String selected() {
        var item = popup.isShowing() ? list.getSelectionModel().getSelectedItem() : null;
        return item == null ? "" : item;
    }
}
