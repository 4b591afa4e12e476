package aksiam.model;

import java.text.Normalizer;
import java.util.Locale;

/** What is equal for names that Azure, Entra and the folders of Windows and macOS take for one: upper and lower case, and ways to write an accent. */
public final class NameKey {
    private NameKey() {
    }

    public static String of(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
