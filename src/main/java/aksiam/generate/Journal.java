package aksiam.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a run is about to do to the files of a folder, so that another run can take it back.
 *
 * @param written hashes of the new files by their paths
 * @param removed paths of files that go
 * @param folders paths of folders that are made, outer ones first
 */
record Journal(SequencedMap<String, String> written, List<String> removed, List<String> folders) {
    static final Journal EMPTY = new Journal(new LinkedHashMap<>(), List.of(), List.of());
    private static final String HEAD = "aks-iam journal 1";
    private static final String END = "end";
    private static final int WORDS = 3;

    static Journal of(WritePlan plan) {
        var written = new LinkedHashMap<String, String>();
        var folders = new ArrayList<String>();
        for (var change : plan.written()) {
            written.put(change.path(), Manifest.sha256(change.text().orElseThrow()));
            for (int end = change.path().indexOf('/'); end >= 0; end = change.path().indexOf('/', end + 1)) {
                var folder = change.path().substring(0, end);
                if (!folders.contains(folder) && !Files.exists(plan.folder().resolve(folder), LinkOption.NOFOLLOW_LINKS)) {
                    folders.add(folder);
                }
            }
        }
        return new Journal(written, plan.paths(WritePlan.Status.REMOVED), folders);
    }

    String text() {
        var text = new StringBuilder(HEAD).append('\n');
        written.forEach((path, sha256) -> text.append("written ").append(sha256).append(' ').append(path).append('\n'));
        removed.forEach(path -> text.append("removed - ").append(path).append('\n'));
        folders.forEach(path -> text.append("folder - ").append(path).append('\n'));
        return text.append(END).append('\n').toString();
    }

    /** Empty when the text is none of {@link #text()}, or names what is outside of the folder. */
    static Optional<Journal> read(String text) {
        var lines = text.lines().toList();
        if (lines.size() < 2 || !lines.getFirst().equals(HEAD) || !lines.getLast().equals(END)) {
            return Optional.empty();
        }
        var journal = new Journal(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        for (var line : lines.subList(1, lines.size() - 1)) {
            var words = line.split(" ", WORDS);
            if (words.length < WORDS || !WritePlan.isInside(words[2])) {
                return Optional.empty();
            }
            switch (words[0]) {
                case "written" -> journal.written.put(words[2], words[1]);
                case "removed" -> journal.removed.add(words[2]);
                case "folder" -> journal.folders.add(words[2]);
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(journal);
    }

    /** Whether a file is one that this class wrote, perhaps not to its end. */
    static boolean isBegun(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && BundleFolder.find(file).filter(found -> found.text().startsWith(HEAD + "\n")).isPresent();
    }
}
