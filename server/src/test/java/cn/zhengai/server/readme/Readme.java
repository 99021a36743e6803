package cn.zhengai.server.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The README of the checkout and its fenced blocks. */
record Readme(String text) {

    /** The README nearest upwards that stands beside the launcher. */
    static Readme ofCheckout() throws IOException {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("zhengai")) && Files.exists(folder.resolve("README.md"))) {
                return new Readme(Files.readString(folder.resolve("README.md")));
            }
        }
        throw new AssertionError(
                "no README.md beside a launcher above " + Path.of("").toAbsolutePath());
    }

    /** Contents of the blocks of a language, in order. */
    List<String> blocks(String language) {
        Matcher fence =
                Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(text);
        return fence.results().map(found -> found.group(1)).toList();
    }

    /** The section below a heading, up to the next. */
    String section(String heading) {
        Matcher section = Pattern.compile("(?ms)^#+ " + Pattern.quote(heading) + "$(.*?)(?=^#|\\z)")
                .matcher(text);
        if (!section.find()) {
            throw new AssertionError("README has no section " + heading);
        }
        return section.group(1);
    }
}
