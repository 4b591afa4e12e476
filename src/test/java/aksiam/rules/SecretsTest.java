package aksiam.rules;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.testkit.SecretTexts;
import aksiam.testkit.SecretTexts.Text;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SecretsTest {
    private static final int SEEDS = 50;

    /** A secret that is drawn without a digit, or a name that looks drawn, may be missed by one shape in some hundred. */
    @Test
    void findsSecretsAndLeavesOthersAloneMeasured() {
        var missed = counted("shapes.txt", text -> Secrets.find(text.text()).isEmpty());
        var alarms = counted("look-alikes.txt", text -> Secrets.find(text.text()).isPresent());
        System.out.println("secrets missed in " + total("shapes.txt") + ": " + missed + "; false alarms in " + total("look-alikes.txt") + ": " + alarms);
        assertAll(() -> assertTrue(SecretTexts.of("shapes.txt", 0).size() >= 60), () -> assertTrue(SecretTexts.of("look-alikes.txt", 0).size() >= 60),
            () -> assertTrue(missed.values().stream().allMatch(count -> count <= SEEDS / 20), missed::toString),
            () -> assertTrue(missed.values().stream().mapToInt(count -> count).sum() * 1000 <= 2 * total("shapes.txt"), missed::toString),
            () -> assertTrue(alarms.values().stream().mapToInt(count -> count).sum() * 1000 <= total("look-alikes.txt"), alarms::toString));
    }

    @Test
    void hidesWhatNobodyMaySeeInSentencesToo() {
        for (var text : SecretTexts.of("shapes.txt", 7)) {
            var hidden = Secrets.hide(text.text());
            assertAll(text.drawn().stream().map(part -> () -> assertFalse(hidden.contains(part), text.name() + ": " + hidden)));
            assertEquals(Optional.empty(), Secrets.find(hidden), text.name());
        }
    }

    @Test
    void namesTheKindAndWhereItStands() {
        var key = "abcDEF0123456789".repeat(3);
        var found = Secrets.find("Account" + "Key=" + key + ";x=1").orElseThrow();
        assertEquals(new Secrets.Found("an account key", 11, 11 + key.length()), found);
        assertEquals("Account" + "Key=…;x=1", Secrets.hide("Account" + "Key=" + key + ";x=1"));
    }

    /** What each pattern likes best, many times over: one that went back and forth over it would not end within a day. */
    @Test
    void takesLinearTimeForHostileText() {
        int length = 1 << 16;
        for (var part : new String[]{"a", "A1", "password=", "password:a", "sig=", "?code=", "MII", "eyJ", "eyJaaaaaaaa.", "Bearer ", "login -p ", "https://",
            "x://a:", "://a:b", "-----BEGIN ",
            "AAAA==", "a2", "token='", "value\":", "name\\\"", "/a", "a-1_", "ghp_", "xoxb-1-", "AKIA", "Q~", "Server=;password=aaaa;", "\\", "\"", " "}) {
            var text = part.repeat(length / part.length());
            assertTimeoutPreemptively(Duration.ofMinutes(2), () -> Secrets.find(text), part);
        }
    }

    private static TreeMap<String, Integer> counted(String file, java.util.function.Predicate<Text> counts) {
        var found = new TreeMap<String, Integer>();
        texts(file).filter(counts).forEach(text -> found.merge(text.name(), 1, Integer::sum));
        return found;
    }

    private static Stream<Text> texts(String file) {
        return LongStream.range(0, SEEDS).boxed().flatMap(seed -> SecretTexts.of(file, seed).stream());
    }

    private static int total(String file) {
        return SEEDS * SecretTexts.of(file, 0).size();
    }
}
