package aksiam.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the chrome: {@code messages.properties}. */
final class Messages {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("aksiam.ui.messages", Locale.ROOT);

    private Messages() {
    }

    static String get(String key) {
        return BUNDLE.getString(key);
    }

    static String get(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(values);
    }
}
