package aksiam.workshop.search;

import aksiam.rules.Finding;
import aksiam.workshop.Page;
import aksiam.workshop.Route;
import java.util.regex.Pattern;

/** Where choosing something leads. */
public sealed interface Target {
    /** A page of the window. */
    record Place(Page.At page) implements Target {
    }

    /** An option on its page. */
    record Card(Page.At page, String option) implements Target {
    }

    /**
     * A row of a table.
     *
     * @param row    from 0
     * @param column empty for the first one
     */
    record Cell(Page.At page, int row, String column) implements Target {
    }

    /** A generated file. */
    record File(String path) implements Target {
    }

    /** A command of the window, by its place in the list that was searched. */
    record Run(int command) implements Target {
    }

    /** Where a finding of a known consideration is settled. */
    static Target of(Finding finding) {
        var page = Route.at(finding.consideration());
        var cell = Pattern.compile(Pattern.quote(aksiam.model.Place.answer(finding.consideration()).path()) + "\\[(\\d+)](?:\\.(\\w+))?.*")
            .matcher(finding.place().path());
        return cell.matches() ? new Cell(page, Integer.parseInt(cell.group(1)), cell.group(2) == null ? "" : cell.group(2)) : new Place(page);
    }
}
