package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void a_paragraph_is_cut_after_its_sentences_whatever_they_look_like() {
        assertEquals(List.of("It is `a.b` here. ", "Is **this** new? ", "See [the guide](x)."),
            sentences("It is `a.b` here. Is **this** new? See [the guide](x).").stream().map(SentencesTest::markdown).toList());
    }

    @Test
    void words_of_people_stand_by_themselves_with_what_ends_their_sentence() {
        var sentences = sentences("Chosen option: \"Custom role\", because our subnets are few. They never change.", "Our subnets are few. They never change");
        assertEquals(List.of("Chosen option: \"Custom role\", because ", "our subnets are few. They never change."),
            sentences.stream().map(Sentences.Sentence::text).toList());
        assertEquals(List.of(false, true), sentences.stream().map(Sentences.Sentence::own).toList());
        assertTrue(sentences("Nothing of the kind.", "Our subnets").stream().noneMatch(Sentences.Sentence::own));
    }

    @Test
    void what_was_not_said_before_is_changed() {
        var reading = MarkdownView.Reading.of("# A: One\n\nStays. Goes.\n\n* first\n", List.of(), _ -> {
        });
        assertTrue(reading.isChanged("A: Two"));
        assertFalse(reading.isChanged("Stays. "));
        assertFalse(reading.isChanged("first"));
        assertEquals(2, reading.changed("# A: Two\n\nStays. Comes.\n\n* first\n"));
        assertFalse(MarkdownView.Reading.PLAIN.isChanged("whatever"));
    }

    private static List<Sentences.Sentence> sentences(String markdown, String... words) {
        return Sentences.of(Parser.builder().build().parse(markdown).getFirstChild(), List.of(words));
    }

    private static String markdown(Sentences.Sentence sentence) {
        var text = new StringBuilder();
        sentence.runs().forEach(run -> {
            var sign = run.classes().contains("strong") ? "**" : run.classes().contains("code") ? "`" : "";
            text.append(run.link().map(address -> "[" + run.text() + "](" + address + ")").orElse(sign + run.text() + sign));
        });
        return text.toString();
    }
}
