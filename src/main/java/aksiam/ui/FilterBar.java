package aksiam.ui;

import aksiam.ui.parts.Messages;
import aksiam.workshop.StepFilter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** All, open or findings, each with its figure. One is always chosen; arrows move among them. */
final class FilterBar extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private final Map<StepFilter, ToggleButton> segments = new EnumMap<>(StepFilter.class);
    private final Consumer<StepFilter> onChosen;
    private StepFilter chosen = StepFilter.ALL;

    FilterBar(Live live, Consumer<StepFilter> onChosen) {
        this.onChosen = onChosen;
        getStyleClass().add("step-filter");
        for (var filter : StepFilter.values()) {
            var segment = new ToggleButton();
            segment.getStyleClass().addAll("segment", switch (filter) {
                case ALL -> "segment-first";
                case OPEN -> "segment-middle";
                case FINDINGS -> "segment-last";
            });
            segment.setId("filter-" + filter.name().toLowerCase(Locale.ROOT));
            segment.setToggleGroup(group);
            segment.setMaxWidth(Double.MAX_VALUE);
            segment.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(segment, Priority.ALWAYS);
            segment.setOnAction(_ -> choose(filter));
            live.show(state -> filter.count(live.overview(), state.findings()), count -> {
                segment.setText(Messages.get("steps.filter." + filter.name().toLowerCase(Locale.ROOT), count));
                segment.setAccessibleText(Messages.get("steps.filter.spoken." + filter.name().toLowerCase(Locale.ROOT), count));
            });
            segments.put(filter, segment);
            getChildren().add(segment);
        }
        segments.get(chosen).setSelected(true);
    }

    StepFilter chosen() {
        return chosen;
    }

    void choose(StepFilter filter) {
        boolean changed = filter != chosen;
        chosen = filter;
        segments.get(filter).setSelected(true);
        if (changed) {
            onChosen.accept(filter);
        }
    }
}
