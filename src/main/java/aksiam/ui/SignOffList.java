package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.model.Answer;
import aksiam.model.Row;
import aksiam.rules.Finding.Severity;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Who has signed, and whose consent is still needed: the decision makers of the scope, and whoever else signs. */
final class SignOffList extends VBox {
    private static final String SIGN_OFF = "sign-off";

    private final Live live;
    private final VBox people = new VBox();

    SignOffList(Live live) {
        this.live = live;
        getStyleClass().add("card-list");
        setId("sign-off");
        var other = new TextField();
        other.setPromptText(Messages.get("signoff.other"));
        other.setAccessibleText(Messages.get("signoff.other"));
        other.setId("signer");
        Runnable add = () -> {
            sign(other.getText().strip(), "");
            other.clear();
        };
        other.setOnAction(_ -> add.run());
        var sign = Nodes.button(Messages.get("signoff.sign"), add, "small-button");
        sign.setId("sign-other");
        var foot = Nodes.row("card-list-row", Icons.of("plus"), Nodes.grow(other), sign);
        live.show(SignOffList::errors, errors -> {
            Nodes.show(foot, errors == 0);
            fill();
        });
        live.show(state -> List.of(state.design().rows(SIGN_OFF), state.design().rows("people")), _ -> fill());
        getChildren().setAll(head(), people, foot);
    }

    private Node head() {
        var needs = Nodes.prose("", "small", "muted");
        live.show(SignOffList::errors, errors -> needs.setText(errors == 0 ? Catalogue.get(SIGN_OFF).question() : Messages.get("signoff.errors", errors)));
        var count = Nodes.text("", "small", "muted");
        count.setMinWidth(USE_PREF_SIZE);
        live.show(state -> Messages.get("signoff.count", state.design().rows(SIGN_OFF).size(), missing(state).size()), count::setText);
        return Nodes.row("card-list-head", Icons.of("record"), Nodes.text(Catalogue.get(SIGN_OFF).title(), "strong"), Nodes.grow(needs), count);
    }

    private static long errors(State state) {
        return state.findings().stream().filter(finding -> finding.severity() == Severity.ERROR).count();
    }

    /** Decision makers who have not signed. */
    static List<Row> missing(State state) {
        var signed = state.design().rows(SIGN_OFF).stream().map(row -> row.text("name").strip()).toList();
        return state.design().rows("people").stream()
            .filter(person -> person.text("part").equals("decision-maker") && !person.text("name").isBlank() && !signed.contains(person.text("name").strip()))
            .toList();
    }

    private void fill() {
        people.getChildren().clear();
        var signed = live.state().design().rows(SIGN_OFF);
        for (int i = 0; i < signed.size(); i++) {
            people.getChildren().add(signed(signed.get(i), i));
        }
        missing(live.state()).forEach(person -> people.getChildren().add(unsigned(person)));
        if (people.getChildren().isEmpty()) {
            people.getChildren().add(Nodes.row("card-list-row", Marks.of(Mark.UNDECIDED), Nodes.grow(Nodes.prose(Messages.get("signoff.nobody"), "small")),
                FindingRow.place(live, Catalogue.get("people"))));
        }
    }

    private Node signed(Row row, int index) {
        var remark = new TextField(row.text("remark"));
        remark.setPromptText(Messages.get("signoff.remark"));
        remark.setAccessibleText(Messages.get("signoff.remark.of", row.text("name")));
        Runnable keep = () -> change(index, Optional.of(row.with("remark", remark.getText().strip())));
        remark.setOnAction(_ -> keep.run());
        remark.focusedProperty().subscribe((_, focused) -> {
            if (!focused && !remark.getText().strip().equals(row.text("remark"))) {
                keep.run();
            }
        });
        var remove = Nodes.iconButton("close", Messages.get("signoff.remove", row.text("name")), () -> change(index, Optional.empty()), "ghost");
        return Nodes.row("card-list-row", Marks.of(Mark.DECIDED), name(row), Nodes.text(Messages.get("signoff.on", row.text("date")), "small", "due"),
            Nodes.grow(remark), remove);
    }

    private Node unsigned(Row person) {
        var name = person.text("name").strip();
        var row = Nodes.row("card-list-row", Icons.of("clock"), name(person), Nodes.grow(Nodes.text(Messages.get("signoff.waiting"), "small", "muted")));
        if (errors(live.state()) == 0) {
            var sign = Nodes.button(Messages.get("signoff.sign"), () -> sign(name, person.text("function")), "small-button");
            sign.setAccessibleText(Messages.get("signoff.sign.for", name));
            row.getChildren().add(sign);
        }
        return row;
    }

    private static Node name(Row person) {
        var function = person.text("function");
        var name = Nodes.prose(person.text("name") + (function.isBlank() ? "" : ", " + function), "small", "strong", "signer");
        return name;
    }

    private void sign(String name, String function) {
        if (!name.isEmpty()) {
            var row = Row.of("name", name);
            var rows = new ArrayList<>(live.state().design().rows(SIGN_OFF));
            rows.add((function.isBlank() ? row : row.with("function", function)).with("date", live.now().toLocalDate().toString()));
            answer(rows);
        }
    }

    private void change(int index, Optional<Row> now) {
        var rows = new ArrayList<>(live.state().design().rows(SIGN_OFF));
        if (now.isPresent()) {
            rows.set(index, now.get());
        } else {
            rows.remove(index);
        }
        answer(rows);
    }

    private void answer(List<Row> rows) {
        live.dispatch(new Action.Answered(SIGN_OFF, new Answer.Table(rows), live.now()));
    }
}
