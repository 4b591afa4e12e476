package aksiam.ui;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Input;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.workshop.Action;
import aksiam.workshop.Choosing;
import aksiam.workshop.Overview;
import aksiam.workshop.Route;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** The options of a consideration as cards: side by side where there is room, else one below the other. */
final class OptionCards extends VBox {
    private static final double BESIDE_FROM = 904;
    private static final double STACKED_FROM = 612;
    private static final double GAP = 8;

    private final Live live;
    private final Consideration consideration;
    private final Runnable settled;
    private final boolean several;
    private final List<OptionCard> cards;
    private final Tiles tiles;
    private Optional<OptionCard.Room> room = Optional.empty();

    /**
     * @param width   that the cards will probably have; 0 when nobody knows
     * @param settled Enter on a chosen card goes on there
     */
    OptionCards(Live live, Consideration consideration, double width, Runnable settled) {
        this.live = live;
        this.consideration = consideration;
        this.settled = settled;
        this.several = consideration.input() instanceof Input.ManyOf;
        var options = consideration.input().options();
        boolean allDoors = options.stream().allMatch(option -> option.door().filter(door -> door.reversibility().isOneWayDoor()).isPresent());
        this.cards = IntStream.range(0, options.size()).mapToObj(i -> new OptionCard(options.get(i), several, i + 1, allDoors, () -> choose(i))).toList();
        getStyleClass().add("option-cards");
        tiles = new Tiles(1, GAP, cards.toArray(OptionCard[]::new));
        getChildren().add(tiles);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(consideration.question());
        for (int i = 0; i < cards.size(); i++) {
            int index = i;
            cards.get(i).addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, index));
        }
        widthProperty().subscribe((_, now) -> arrange(now.doubleValue()));
        arrange(width);
        live.show(state -> state.design(), this::show);
    }

    /** Chooses, or takes back one of several; the focus goes along, so that Enter leads on from there. */
    void choose(int index) {
        if (index >= cards.size()) {
            return;
        }
        var design = live.state().design();
        var option = cards.get(index).option();
        cards.get(index).requestFocus();
        if (!Blocks.reason(option, design).isEmpty() && !design.chose(consideration.id(), option.id())) {
            return;
        }
        live.dispatch(new Action.Answered(consideration.id(), Choosing.answer(consideration, design, option.id()), live.now()));
    }

    void focusFirst() {
        var design = live.state().design();
        cards.stream().filter(card -> design.chose(consideration.id(), card.option().id())).findFirst().or(() -> cards.stream().findFirst())
            .ifPresent(OptionCard::requestFocus);
    }

    private void show(Design design) {
        var suggestion = Overview.suggestion(consideration, design);
        for (var card : cards) {
            var option = card.option();
            card.setSelected(design.chose(consideration.id(), option.id()));
            card.setSuggested(suggestion.filter(found -> isIn(found.answer(), option.id())).map(found -> found.because()).orElse(""));
            var blocker = Blocks.blocker(option, design);
            card.setBlocked(Blocks.reason(option, design), blocker.map(Consideration::title).orElse(""),
                () -> blocker.ifPresent(other -> live.dispatch(new Action.Go(Route.at(other.id())))));
        }
    }

    private static boolean isIn(Answer answer, String option) {
        return switch (answer) {
            case Answer.Choice(var chosen) -> chosen.equals(option);
            case Answer.Choices(var chosen) -> chosen.contains(option);
            case Answer.Text _, Answer.Table _ -> false;
        };
    }

    private void pressed(KeyEvent event, int index) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case DOWN, RIGHT -> focus(index + 1, event);
            case UP, LEFT -> focus(index - 1, event);
            case SPACE -> {
                choose(index);
                event.consume();
            }
            case ENTER -> {
                if (live.state().design().chose(consideration.id(), cards.get(index).option().id())) {
                    settled.run();
                } else {
                    choose(index);
                }
                event.consume();
            }
            default -> {
            }
        }
    }

    private void focus(int index, KeyEvent event) {
        if (index >= 0 && index < cards.size()) {
            cards.get(index).requestFocus();
        }
        event.consume();
    }

    private void arrange(double wide) {
        double width = wide / live.state().preferences().zoom() * 100;
        var fits = width == 0 || width >= STACKED_FROM && width < BESIDE_FROM
            ? OptionCard.Room.STACKED
            : width >= BESIDE_FROM ? OptionCard.Room.BESIDE : OptionCard.Room.NARROW;
        if (room.filter(fits::equals).isPresent()) {
            return;
        }
        room = Optional.of(fits);
        cards.forEach(card -> card.setRoom(fits));
        tiles.setColumns(fits == OptionCard.Room.BESIDE ? cards.size() == 4 ? 2 : Math.min(3, cards.size()) : 1);
    }
}
