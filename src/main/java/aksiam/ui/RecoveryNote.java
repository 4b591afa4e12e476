package aksiam.ui;

import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.Shelf;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;

/** What an earlier run left unsaved, with what one can do about it. */
final class RecoveryNote {
    private RecoveryNote() {
    }

    /** Beside its text, where there is room. */
    static Node wide(Shelf.Recovery kept, Live live, Commands commands) {
        var note = Nodes.note("info", Icons.of("refresh").styled("icon-accent"), Nodes.column("note-text", words(kept, live).toArray(Node[]::new)));
        note.getChildren().addAll(buttons(kept, live, commands));
        return note;
    }

    /** Below its text. */
    static Node narrow(Shelf.Recovery kept, Live live, Commands commands) {
        var lines = words(kept, live);
        lines.add(Nodes.row("recovery-buttons", buttons(kept, live, commands).toArray(Node[]::new)));
        return Nodes.note("info", Icons.of("refresh").styled("icon-accent"), Nodes.column("note-text", lines.toArray(Node[]::new)));
    }

    /** A copy that cannot be read is named with its place, so that somebody can look for what it holds. */
    static Node unreadable(Shelf.Unreadable found, Live live) {
        var text = Nodes.column("note-text", Nodes.prose(Messages.get("recovery.unreadable"), "strong"),
            Nodes.prose(Messages.get("recovery.unreadable.where", found.file(), found.why()), "small"));
        var note = Nodes.note("warning", Marks.of(Mark.WARNING), text);
        if (!found.id().isEmpty()) {
            var discard = Nodes.button(Messages.get("start.discard"), () -> live.dispatch(new Action.Discard(found.id())), "ghost");
            discard.setId("discard-unreadable");
            note.getChildren().add(discard);
        }
        return note;
    }

    private static List<Node> words(Shelf.Recovery kept, Live live) {
        var words = new ArrayList<Node>();
        var when = Times.of(kept.at(), live.now().toLocalDate());
        words.add(Nodes.prose(Messages.get(kept.standing() == Shelf.Standing.OLDER ? "recovery.older" : "start.recovery", when), "strong"));
        words.add(Nodes.prose(Messages.get("start.recovery.what", kept.name(), kept.differs().size()), "small"));
        switch (kept.standing()) {
            case OLDER -> words.add(Nodes.prose(Messages.get("recovery.older.line"), "small"));
            case APART -> words.add(Nodes.prose(Messages.get("recovery.apart.line"), "small"));
            case GONE -> words.add(Nodes.prose(Messages.get("recovery.gone.line"), "small"));
            case NEWER -> {
            }
        }
        return words;
    }

    private static List<Button> buttons(Shelf.Recovery kept, Live live, Commands commands) {
        var recover = Nodes.button(Messages.get("start.recover", kept.differs().size()), () -> commands.recover(kept));
        if (kept.standing() != Shelf.Standing.OLDER) {
            recover.getStyleClass().addAll("accent", "primary");
        }
        recover.setId("recover");
        var differs = Nodes.button(Messages.get("start.differs"), () -> commands.differences(kept));
        differs.setId("differs");
        var discard = Nodes.button(Messages.get("start.discard"), () -> live.dispatch(new Action.Discard(kept.id())), "ghost");
        discard.setId("discard");
        return List.of(recover, differs, discard);
    }
}
