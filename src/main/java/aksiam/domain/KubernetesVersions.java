package aksiam.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Until when AKS supports which version of Kubernetes: {@code kubernetes-versions.json}, which names its source. */
public final class KubernetesVersions {
    /** Months before the end of support in which it is said that it ends. */
    private static final int SOON = 3;
    /** The newest three minor versions are supported. */
    private static final int SUPPORTED = 3;

    /** A minor version of Kubernetes 1, and the month in which it is generally available. */
    private record Known(int minor, YearMonth available) {
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
        .map(row -> new Known(minor(row.get("version").asString()), YearMonth.parse(row.get("available").asString()))).toList();
    private static final String CALENDAR = Data.read("kubernetes-versions.json").get("meta").get("calendar").asString();

    private KubernetesVersions() {
    }

    /** The newest version that is generally available on a day, such as 1.36. */
    public static String newest(LocalDate day) {
        return "1." + newestMinor(day);
    }

    /** @param version such as 1.34 or 1.34.2; nothing is said of what the calendar does not tell */
    public static Optional<Outlook> on(LocalDate day, String version) {
        if (!version.matches("1\\.\\d+(\\.\\d+)?") || day.isBefore(ALL.getFirst().available().atDay(1))) {
            return Optional.empty();
        }
        int minor = minor(version);
        int age = newestMinor(day) - minor;
        var end = ALL.stream().filter(known -> known.minor() == minor + SUPPORTED).map(Known::available).findFirst();
        var name = "Kubernetes 1." + minor;
        if (age < 0) {
            return ALL.stream().filter(known -> known.minor() == minor).findFirst()
                .map(known -> new Outlook(false, name + " is not generally available before " + known.available() + calendar()));
        }
        if (age == SUPPORTED) {
            return Optional.of(new Outlook(false, name + " has platform support only since " + end.map(YearMonth::toString).orElse("a newer version came")
                + ", and AKS supports no new cluster with it" + calendar()));
        }
        if (age > SUPPORTED) {
            return Optional.of(new Outlook(false, name + " is no longer supported by AKS, but for long-term support in the Premium tier" + calendar()));
        }
        return end.filter(month -> !month.isAfter(YearMonth.from(day).plusMonths(SOON)))
            .map(month -> new Outlook(true, "Support of " + name + " ends in " + month + ", when 1." + (minor + SUPPORTED) + " is available" + calendar()));
    }

    private static String calendar() {
        return " (calendar of AKS of " + CALENDAR + ")";
    }

    private static int newestMinor(LocalDate day) {
        return ALL.stream().filter(known -> !known.available().isAfter(YearMonth.from(day))).mapToInt(Known::minor).max().orElse(0);
    }

    private static int minor(String version) {
        return Integer.parseInt(version.split("\\.")[1]);
    }
}
