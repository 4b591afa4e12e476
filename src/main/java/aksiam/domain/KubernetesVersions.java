package aksiam.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Until when AKS supports which version of Kubernetes: {@code kubernetes-versions.json}, which names its source. */
public final class KubernetesVersions {
    /** Months before the end of support in which it is said that it ends. */
    private static final int SOON = 3;

    /**
     * A minor version of Kubernetes 1.
     *
     * @param available     the month in which it is generally available
     * @param end           the last day of its support
     * @param platformUntil the newer version that ends its platform support; empty: that has ended
     */
    private record Known(int minor, YearMonth available, LocalDate end, String platformUntil, LocalDate longTermEnd) {
        boolean isAvailable(LocalDate day) {
            return !available.isAfter(YearMonth.from(day));
        }
    }

    /**
     * That a version is not, or will soon not be, one to run on.
     *
     * @param ending whether it still is one
     * @param words  a sentence without its full stop
     */
    public record Outlook(boolean ending, String words) {
    }

    private static final List<Known> ALL = Data.read("kubernetes-versions.json").get("versions").valueStream()
        .map(row -> new Known(minor(row.get("version").asString()), YearMonth.parse(row.get("available").asString()), end(row.get("end").asString()),
            row.get("platformUntil").asString(), end(row.get("longTermEnd").asString())))
        .toList();
    private static final String CALENDAR = Data.read("kubernetes-versions.json").get("meta").get("calendar").asString();

    private KubernetesVersions() {
    }

    /** The newest version that is generally available on a day, such as 1.36. */
    public static String newest(LocalDate day) {
        return "1." + ALL.stream().filter(known -> known.isAvailable(day)).mapToInt(Known::minor).max().orElse(0);
    }

    /** @param version such as 1.34 or 1.34.2; nothing is said of what the calendar does not tell */
    public static Optional<Outlook> on(LocalDate day, String version) {
        if (!version.matches("1\\.\\d{1,4}(\\.\\d+)?") || day.isBefore(ALL.getFirst().end())) {
            return Optional.empty();
        }
        int minor = minor(version);
        var name = "Kubernetes 1." + minor;
        if (minor < ALL.getFirst().minor()) {
            return outlook(false, name + " is no longer supported by AKS, and has no long-term support left");
        }
        return ALL.stream().filter(known -> known.minor() == minor).findFirst().flatMap(known -> on(day, known, name));
    }

    private static Optional<Outlook> on(LocalDate day, Known known, String name) {
        if (!known.isAvailable(day)) {
            return outlook(false, name + " is not generally available before " + known.available());
        }
        if (!day.isAfter(known.end())) {
            return known.end().isAfter(day.plusMonths(SOON)) ? Optional.empty() : outlook(true, "Support of " + name + " ends on " + known.end());
        }
        var longTerm = day.isAfter(known.longTermEnd())
            ? "its long-term support ended on " + known.longTermEnd()
            : "in the Premium tier it has long-term support until " + known.longTermEnd();
        return hasPlatformSupport(day, known)
            ? outlook(false, name + " has platform support only since " + known.end() + ", until " + known.platformUntil()
                + " is available, and AKS creates no cluster with it; " + longTerm)
            : outlook(false, name + " is no longer supported by AKS; " + longTerm);
    }

    private static boolean hasPlatformSupport(LocalDate day, Known known) {
        return !known.platformUntil().isEmpty()
            && ALL.stream().noneMatch(newer -> newer.minor() >= minor(known.platformUntil()) && newer.isAvailable(day));
    }

    private static Optional<Outlook> outlook(boolean ending, String words) {
        return Optional.of(new Outlook(ending, words + " (calendar of AKS of " + CALENDAR + ")"));
    }

    private static LocalDate end(String text) {
        return text.length() == 7 ? YearMonth.parse(text).atEndOfMonth() : LocalDate.parse(text);
    }

    private static int minor(String version) {
        return Integer.parseInt(version.split("\\.")[1]);
    }
}
