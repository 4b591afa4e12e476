package aksiam.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class KubernetesVersionsTest {
    private static final String CALENDAR = " (calendar of AKS of 2026-08-05)";

    /** Its tables state the days: 1.34 until November 2026 although 1.37 came in October. */
    @Test
    void supportEndsWhenTheCalendarSaysSo() {
        assertEquals("1.37", KubernetesVersions.newest(LocalDate.parse("2026-11-29")));
        assertEquals("1.36", KubernetesVersions.newest(LocalDate.parse("2026-06-01")));
        said("", "2026-11-29", "1.37");
        said("", "2026-11-29", "1.36.2");
        said("", "2026-11-29", "1.35");
        said("Support of Kubernetes 1.35 ends on 2027-03-31", "2027-01-01", "1.35");
        said("Support of Kubernetes 1.34 ends on 2026-11-30", "2026-11-30", "1.34.1");
        said("Kubernetes 1.34 has platform support only since 2026-11-30, until 1.38 is available, and AKS creates no cluster with it; "
            + "in the Premium tier it has long-term support until 2027-11-30", "2026-12-01", "1.34.1");
        said("Kubernetes 1.37 is not generally available before 2026-10", "2026-09-30", "1.37");
    }

    @Test
    void longTermSupportEndsToo() {
        said("Kubernetes 1.33 is no longer supported by AKS; in the Premium tier it has long-term support until 2027-07-31", "2026-11-29", "1.33");
        said("Kubernetes 1.30 is no longer supported by AKS; its long-term support ended on 2026-07-31", "2026-11-29", "1.30");
        said("Kubernetes 1.29 is no longer supported by AKS; its long-term support ended on 2026-04-30", "2026-11-29", "1.29");
        said("Kubernetes 1.28 is no longer supported by AKS, and has no long-term support left", "2026-11-29", "1.28");
    }

    @Test
    void whatTheCalendarDoesNotTellIsNotSaid() {
        said("", "2026-11-29", "1.38");
        said("", "2026-11-29", "1.45");
        said("", "2026-11-29", "latest");
        said("", "2020-01-01", "1.16");
    }

    private static void said(String words, String day, String version) {
        assertEquals(words.isEmpty() ? "" : words + CALENDAR,
            KubernetesVersions.on(LocalDate.parse(day), version).map(KubernetesVersions.Outlook::words).orElse(""), version);
    }
}
