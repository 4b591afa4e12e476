package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.rules.Finding;
import aksiam.workshop.Page;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The page of the present place, with the footer. Review and generate are built anew; considerations share one page. */
final class Centre extends VBox {
    private static final int REVIEW = 12;
    private static final int GENERATE = 13;

    private final Live live;
    private final Desk desk;
    private final Sheet sheet;
    private final Consumer<Finding> toFinding;
    private final ScrollPane scroll = new ScrollPane();
    /** The text keeps its width and stands in the middle; tables take all there is. */
    private final StackPane holder = new StackPane();
    private final StackPane note = new StackPane();
    private final Footer footer;
    private Optional<Button> primary = Optional.empty();
    private Optional<Live> shown = Optional.empty();
    private final ConsiderationPage considerations;
    private Optional<ConsiderationPage> page = Optional.empty();
    private Subscription arrival = Subscription.EMPTY;

    /** @param toFinding goes to the cell or the answer that a finding is about */
    Centre(Live live, Desk desk, Sheet sheet, Commands commands, Command compare, Consumer<Finding> toFinding) {
        this.live = live;
        this.desk = desk;
        this.sheet = sheet;
        this.toFinding = toFinding;
        considerations = new ConsiderationPage(live);
        getStyleClass().add("centre");
        setId("page");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setFocusTraversable(false);
        scroll.setContent(holder);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        footer = new Footer(live, compare);
        getChildren().addAll(new ProblemBanner(live), new RecoveryBanner(live, commands, this::focusAnswer), scroll, note, footer);
        live.show(state -> state.page(), this::open);
    }

    /** The consideration in the centre, if one is. */
    Optional<ConsiderationPage> page() {
        return page;
    }

    /** The focus goes to the answer, on other pages to what comes first. */
    void focusAnswer() {
        page.ifPresentOrElse(ConsiderationPage::focusAnswer,
            () -> primary.<Node>map(button -> button).or(() -> first(holder)).ifPresent(Node::requestFocus));
    }

    void focusOption(String option) {
        page.ifPresentOrElse(shown -> shown.focusOption(option), this::focusAnswer);
    }

    /** @param column empty for the first one */
    void select(int row, String column) {
        page.ifPresentOrElse(shown -> shown.select(row, column), this::focusAnswer);
    }

    private static Optional<Node> first(Parent parent) {
        return parent.getChildrenUnmodifiable().stream().filter(Node::isVisible).flatMap(
            node -> (node.isFocusTraversable() && !node.isDisabled() ? Optional.of(node) : node instanceof Parent inner ? first(inner) : Optional.<Node>empty())
                .stream())
            .findFirst();
    }

    private void open(Page place) {
        if (!(place instanceof Page.At(var step, var id))) {
            return;
        }
        shown.ifPresent(Live::close);
        var view = live.child();
        shown = Optional.of(view);
        page = Optional.empty();
        var content = switch (step) {
            case REVIEW -> new ReviewPage(view, toFinding);
            case GENERATE -> new GeneratePage(view, desk, sheet, toFinding);
            default -> consideration(view, id);
        };
        var generating = content instanceof GeneratePage generate ? Optional.of(generate) : Optional.<GeneratePage>empty();
        primary = generating.map(GeneratePage::primary);
        footer.own(primary);
        note.getChildren().setAll(generating.map(GeneratePage::note).stream().toList());
        // The page is in the scene once the scroll pane was laid out for the first time.
        if (!holder.getChildren().contains(content)) {
            holder.getChildren().setAll(content);
        }
        arrival.unsubscribe();
        arrival = content.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                Platform.runLater(() -> focus(content));
            }
        });
        // A table takes the room there is; everything else is as high as it is.
        scroll.setFitToHeight(page.filter(ConsiderationPage::isTable).isPresent());
        scroll.setVvalue(0);
    }

    private Node consideration(Live view, String id) {
        considerations.open(view, Catalogue.stepOf(id), Catalogue.get(id));
        page = Optional.of(considerations);
        return considerations;
    }

    private void focus(Node content) {
        if (content.getParent() == holder && content.getScene() != null && isFree(content.getScene().getFocusOwner())) {
            focusAnswer();
        }
    }

    /** The focus goes to the answer unless somebody reads in the panel; there is nothing to read in its rail. */
    private boolean isFree(Node focus) {
        for (var node = focus; node != null; node = node.getParent()) {
            if (node.getStyleClass().contains("panel-full")) {
                return false;
            }
        }
        return true;
    }
}
