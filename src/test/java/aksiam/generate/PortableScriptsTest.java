package aksiam.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts run under bash 3.2, which macOS has. What came later is in the NEWS file of bash. */
class PortableScriptsTest {
    private static final Map<Pattern, String> NEWER = newer();
    private static final Pattern EMPTY = Pattern.compile("(?m)^\\s*(?:local\\s+|declare\\s+(?:-a\\s+)?)?(\\w+)=\\(\\s*\\)");
    private static final Pattern USED = Pattern.compile("(\\+)?\"\\$\\{(\\w+)\\[@]}\"");

    private static Map<Pattern, String> newer() {
        var newer = new LinkedHashMap<Pattern, String>();
        newer.put(Pattern.compile("\\$\\{[A-Za-z_]\\w*(\\[[^]]*])?(,,?|\\^\\^?)"), "changes case in an expansion (4.0)");
        newer.put(Pattern.compile("^\\s*(mapfile|readarray)\\b"), "mapfile (4.0)");
        newer.put(Pattern.compile("^\\s*(declare|local|typeset)\\s+-[a-zA-Z]*A"), "associative array (4.0)");
        newer.put(Pattern.compile("^\\s*(declare|local|typeset)\\s+-[a-zA-Z]*[gn]"), "declare -g (4.2) or a nameref (4.3)");
        newer.put(Pattern.compile("&>>|\\|&"), "&>> or |& (4.0)");
        newer.put(Pattern.compile("^\\s*coproc\\b"), "coproc (4.0)");
        newer.put(Pattern.compile("\\$\\{[A-Za-z_]\\w*\\[-\\d+]}"), "negative index (4.2)");
        newer.put(Pattern.compile("\\$\\{[A-Za-z_]\\w*@[A-Z]}"), "${x@Q} (4.4)");
        newer.put(Pattern.compile("\\bwait -n\\b"), "wait -n (4.3)");
        return newer;
    }

    static List<String> faults(String script) {
        var empty = EMPTY.matcher(script).results().map(found -> found.group(1)).collect(Collectors.toSet());
        var faults = new ArrayList<String>();
        script.lines().filter(line -> !line.strip().startsWith("#")).forEach(line -> {
            NEWER.forEach((pattern, what) -> pattern.matcher(line).results().limit(1).forEach(_ -> faults.add(what + ": " + line.strip())));
            USED.matcher(line).results().filter(found -> found.group(1) == null && empty.contains(found.group(2))).map(MatchResult::group)
                .forEach(array -> faults.add(array + " may be empty under set -u (4.4): " + line.strip()));
        });
        return faults;
    }

    @ParameterizedTest
    @MethodSource("aksiam.testkit.Designs#all")
    void everyScriptRunsUnderBash32(String name) {
        var faults = Bundles.of(Designs.read(name)).files().stream().filter(file -> file.path().endsWith(".sh"))
            .flatMap(file -> faults(file.text()).stream().map(fault -> file.path() + ": " + fault)).toList();
        assertEquals(List.of(), faults);
    }

    @Test
    void newerThingsAreFound() {
        for (var line : List.of("echo ${x,,}", "mapfile -t lines", "declare -A map", "local -n name=$1", "make &>> log", "coproc cat", "echo ${x[-1]}",
            "echo ${x@Q}",
            "wait -n", "x=()\nfor y in \"${x[@]}\"; do")) {
            assertEquals(1, faults(line).size(), line);
        }
        assertEquals(List.of(), faults("x=()\nrun ${x[@]+\"${x[@]}\"}\n# ${x,,}"));
    }
}
