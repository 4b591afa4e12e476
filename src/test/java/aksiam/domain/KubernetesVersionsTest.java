package aksiam.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class KubernetesVersionsTest {
    private static final String CALENDAR = " (calendar of AKS of 2026-08-05)";

    @Test
    void threeMinorVersionsAreSupportedAndTheFourthIsNoLongerCreated() {
        assertEquals("1.37", KubernetesVersions.newest(LocalDate.parse("2026-11-29")));
        said("", "2026-11-29", "1.37");
        said("", "2026-11-29", "1.36.2");
        said("Support of Kubernetes 1.35 ends in 2027-02, when 1.38 is available", "2026-11-29", "1.35");
        said("Kubernetes 1.34 has platform support only since 2026-10, and AKS supports no new cluster with it", "2026-11-29", "1.34.1");
        said("Kubernetes 1.33 is no longer supported by AKS, but for long-term support in the Premium tier", "2026-11-29", "1.33");
        said("Kubernetes 1.38 is not generally available before 2027-02", "2026-11-29", "1.38");
    }

    @Test
    void whatTheCalendarDoesNotTellIsNotSaid() {
        said("", "2026-11-29", "1.45");
        said("", "2026-11-29", "latest");
        said("", "2020-01-01", "1.16");
    }

    private static void said(String words, String day, String version) {
        assertEquals(words.isEmpty() ? "" : words + CALENDAR,
            KubernetesVersions.on(LocalDate.parse(day), version).map(KubernetesVersions.Outlook::words).orElse(""), version);
    }
}
