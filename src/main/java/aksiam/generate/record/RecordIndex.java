package aksiam.generate.record;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.generate.Artefact;
import aksiam.generate.Escaping;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.model.RecordEntry;
import aksiam.plan.OpenPoint;
import aksiam.rules.Check;
import aksiam.rules.Decisions;
import aksiam.rules.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code records/index.md}: all record numbers that were ever given, and what is still open.
 *
 * @param entries by number
 * @param incomplete what accepted decisions lack, with the numbers of their records, which stay proposed
 * @param open    what is still to be settled or done
 * @param findings errors and warnings of the check that are no open points
 */
public record RecordIndex(String name, List<Entry> entries, List<String> incomplete, List<Open> open, List<Found> findings, List<String> considerations) {
    /** @param title Markdown, a link where there is a record */
    public record Entry(String number, String title, String status, String date) {
    }

    /** All of it Markdown; what is not known is a dash. */
    public record Open(String kind, String subject, String text, String owner, String due) {
        public Open {
            owner = Table.orDash(owner);
            due = Table.orDash(due);
        }

        static Open of(OpenPoint point) {
            return new Open(words(point.kind()), Catalogue.find(point.consideration()).map(Consideration::title).map(Escaping::md).orElse("-"),
                Table.orDash(Escaping.md(point.text())), Escaping.md(point.owner()),
                point.due().map(LocalDate::toString).orElse(""));
        }
    }

    /** A finding, all of it Markdown. */
    public record Found(String weight, String id, String subject, String text) {
        static Found of(Finding finding) {
            return new Found(finding.severity().label(), finding.id(),
                Catalogue.find(finding.consideration()).map(Consideration::title).map(Escaping::md).orElse("-"), Table.orDash(Escaping.md(finding.message())));
        }
    }

    static RecordIndex of(Source source, List<RecordText> texts) {
        var entries = source.design().records().stream().sorted(Comparator.comparing(RecordEntry::number)).map(entry -> entry(entry, texts)).toList();
        var open = new ArrayList<>(source.plan().openPoints().stream().map(Open::of).toList());
        Records.decided(source.design()).filter(consideration -> source.design().decision(consideration.id()).date().isEmpty())
            .forEach(consideration -> open.add(new Open("No date", Escaping.md(consideration.title()),
                "Decided without a date: it gets its record once the date of the decision is entered.", "", "")));
        var findings = Check.besideOpenPoints(source.design(), source.plan());
        var considerations = Stream.of(texts.stream().map(RecordText::consideration), source.plan().openPoints().stream().map(OpenPoint::consideration),
            findings.stream().map(Finding::consideration)).flatMap(ids -> ids).filter(id -> Catalogue.find(id).isPresent()).toList();
        return new RecordIndex(Escaping.md(source.plan().name()), entries, incomplete(source, texts), open, findings.stream().map(Found::of).toList(),
            considerations);
    }

    /** One line for what several records lack alike. */
    private static List<String> incomplete(Source source, List<RecordText> texts) {
        var numbers = new TreeMap<String, List<String>>();
        texts.stream().filter(text -> !text.accepted()).sorted(Comparator.comparing(RecordText::number)).forEach(text -> {
            var missing = Decisions.missing(source.design(), text.consideration());
            if (!missing.isEmpty()) {
                numbers.computeIfAbsent(String.join(" and ", missing), _ -> new ArrayList<>()).add(String.format(Locale.ROOT, "%04d", text.number()));
            }
        });
        return numbers.entrySet().stream().map(entry -> "without " + entry.getKey() + ": " + String.join(", ", entry.getValue())).toList();
    }

    Artefact artefact(Templates templates) {
        return Artefact.of("records/index.md", templates.render("record/index.md.ftl", Map.of("index", this)), considerations);
    }

    private static Entry entry(RecordEntry entry, List<RecordText> texts) {
        var number = String.format(Locale.ROOT, "%04d", entry.number());
        return texts.stream().filter(text -> text.number() == entry.number()).findFirst()
            .map(text -> new Entry(number, "[" + text.title() + "](" + text.fileName() + ")", text.status(), text.date().map(LocalDate::toString).orElse("-")))
            .orElseGet(() -> new Entry(number,
                Catalogue.find(entry.consideration()).map(Consideration::title).map(Escaping::md).orElseGet(() -> Escaping.md(entry.consideration())),
                texts.stream().filter(text -> text.consideration().equals(entry.consideration())).findFirst()
                    .map(newer -> "superseded by [" + String.format(Locale.ROOT, "%04d", newer.number()) + "](" + newer.fileName() + ")")
                    .orElse("withdrawn, not decided as things stand"),
                "-"));
    }

    /** What kind of open point it is, in the words of the reader. */
    static String words(OpenPoint.Kind kind) {
        return switch (kind) {
            case UNDECIDED -> "Undecided";
            case MARKED -> "Marked as open";
            case WAITING -> "Waits for an object id";
            case LACKING -> "A part is missing";
            case OPEN_BOUNDARY -> "A boundary is open";
            case AWAITED -> "Waits for an id";
            case INCOMPLETE -> "Incomplete";
            case OBSTACLE -> "Stops a stage";
            case LIMIT -> "Limit of Azure";
        };
    }
}
