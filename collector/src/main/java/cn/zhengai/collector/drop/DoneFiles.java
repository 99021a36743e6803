package cn.zhengai.collector.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files of {@code done/} by the name they were dropped under: {@code 2026-03-01_NAME}, {@code 2026-03-01_NAME-2} ... */
final class DoneFiles {
    private static final int MOST_DIGITS = 9;

    private DoneFiles() {}

    /** Those that may have been called as this one is, newest first; {@code NAME-2} may also be a name of its own. */
    static List<Path> called(Path file, Path done) throws IOException {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        int ending = dot < 0 ? name.length() : dot;
        Pattern pattern = Pattern.compile("(\\d{4,}-\\d{2}-\\d{2})_" + Pattern.quote(name.substring(0, ending))
                + "(?:-(\\d{1," + MOST_DIGITS + "}))?" + Pattern.quote(name.substring(ending)));
        try (Stream<Path> files = Files.list(done)) {
            return files.map(path -> pattern.matcher(String.valueOf(path.getFileName())))
                    .filter(Matcher::matches)
                    .sorted(Comparator.comparing((Matcher m) -> m.group(1))
                            .thenComparingInt(m -> m.group(2) == null ? 1 : Integer.parseInt(m.group(2)))
                            .reversed())
                    .map(m -> done.resolve(m.group()))
                    .toList();
        }
    }
}
