package aksiam.testkit;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.intake.CellText;
import aksiam.model.Row;
import aksiam.model.RowType;
import aksiam.model.RowType.Field;
import aksiam.model.RowType.Kind;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

/** Everything by keys, as somebody who has no mouse. */
public final class KeyHands implements Hands {
    /** More steps than this to get somewhere are too many. */
    private static final int FAR = 40;

    private final Supplier<String> here;

    /** @param here the open consideration, which a person reads off the page */
    public KeyHands(Supplier<String> here) {
        this.here = here;
    }

    @Override
    public void open(Consideration consideration) {
        for (int i = 0; i < Catalogue.all().size() && !here.get().equals(consideration.id()); i++) {
            Fx.keys(KeyCode.ALT, KeyCode.RIGHT);
        }
        if (!here.get().equals(consideration.id())) {
            throw new IllegalStateException("the keys do not lead to " + consideration.id());
        }
    }

    @Override
    public void choose(String option) {
        var options = Catalogue.get(here.get()).input().options();
        int index = options.indexOf(Catalogue.get(here.get()).option(option).orElseThrow());
        Fx.keys(KeyCode.valueOf("DIGIT" + (index + 1)));
    }

    @Override
    public void type(String text) {
        Fx.type(text);
    }

    @Override
    public void rows(RowType<?> type, List<Row> rows) {
        if (Fx.exists("All flows, 0")) {
            tab(node -> node instanceof ToggleButton toggle && toggle.getText().equals("Between teams"), KeyCode.SHIFT);
            Fx.keys(KeyCode.RIGHT);
            tab(node -> node.getStyleClass().contains("add"));
        }
        fill(type, rows);
    }

    /** From the button that adds a row, or in the table. */
    private void fill(RowType<?> type, List<Row> rows) {
        for (int i = 0; i < rows.size(); i++) {
            Fx.keys(i == 0 ? KeyCode.SPACE : KeyCode.INSERT);
            int last = 0;
            var fields = type.fields();
            for (int column = 0; column < fields.size(); column++) {
                var field = fields.get(column);
                if (rows.get(i).cells().containsKey(field.name())) {
                    for (; last < column; last++) {
                        Fx.keys(KeyCode.TAB);
                    }
                    cell(field, rows.get(i));
                }
            }
            if (fields.get(last).kind() != Kind.FLAG && fields.get(last).kind() != Kind.ROWS) {
                Fx.keys(KeyCode.ENTER);
            }
        }
    }

    private void cell(Field field, Row row) {
        if (field.kind() == Kind.FLAG) {
            Fx.keys(KeyCode.SPACE);
        } else if (field.kind() == Kind.ROWS) {
            Fx.keys(KeyCode.ENTER);
            fill(field.rows().orElseThrow(), row.rows(field.name()));
            Fx.keys(KeyCode.ESCAPE);
        } else {
            Fx.type(CellText.format(field, row));
        }
    }

    @Override
    public void because(String reason) {
        tab(node -> "because".equals(node.getId()));
        Fx.type(reason);
    }

    @Override
    public void accept() {
        Fx.keys(KeyCode.CONTROL, KeyCode.D);
    }

    @Override
    public void openPoint(String text) {
        Fx.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        tab(node -> "open-text".equals(node.getId()));
        Fx.type(text);
    }

    @Override
    public void save() {
        Fx.keys(KeyCode.CONTROL, KeyCode.S);
    }

    /** Moves the focus on until it is there. A table is left by Ctrl+Tab. */
    public void tab(Predicate<Node> there, KeyCode... with) {
        for (int i = 0; i < FAR; i++) {
            if (there.test(Fx.focusOwner())) {
                return;
            }
            boolean table = Fx.focusOwner().getStyleClass().contains("grid");
            Fx.keys(
                with.length > 0 ? new KeyCode[]{KeyCode.SHIFT, KeyCode.TAB} : table ? new KeyCode[]{KeyCode.CONTROL, KeyCode.TAB} : new KeyCode[]{KeyCode.TAB});
        }
        throw new IllegalStateException("the keys do not lead there from " + Fx.focusOwner());
    }
}
