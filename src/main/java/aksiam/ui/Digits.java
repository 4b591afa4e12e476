package aksiam.ui;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** The keys 1 to 9 that choose an option. */
final class Digits {
    private Digits() {
    }

    /** 1 to 9; 0 for every other key, and while somebody types. */
    static int of(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl || event.isShortcutDown() || event.isAltDown() || !event.getCode().isDigitKey()) {
            return 0;
        }
        var name = event.getCode().getName();
        return name.charAt(name.length() - 1) - '0';
    }
}
