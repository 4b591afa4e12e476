package aksiam.ui;

import aksiam.ui.parts.Messages;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as a person says them. */
final class Times {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Times() {
    }

    static String of(LocalDateTime at, LocalDate today) {
        return at.toLocalDate().equals(today)
            ? Messages.get("start.today", TIME.format(at))
            : at.toLocalDate().equals(today.minusDays(1)) ? Messages.get("start.yesterday", TIME.format(at)) : DAY.format(at);
    }
}
