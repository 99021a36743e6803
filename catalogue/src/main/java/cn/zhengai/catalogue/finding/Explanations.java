package cn.zhengai.catalogue.finding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What {@code docs/lint.md} says about each check; the page is packed beside this class. */
public final class Explanations {
    private static final String SECTION = "\n### ";

    private Explanations() {}

    /** Title, why it matters, an example, what is said about it and how to mend it, in Chinese; starts with the code's label. */
    public static String of(Code code) {
        String page = page();
        int start = page.indexOf(SECTION + code.label() + " ");
        if (start < 0) {
            throw new IllegalStateException("not explained: " + code);
        }
        int from = start + SECTION.length();
        int nextSection = page.indexOf(SECTION, from);
        int nextGroup = page.indexOf("\n## ", from);
        int end = nextSection < 0 ? nextGroup : Math.min(nextSection, nextGroup);
        return page.substring(from, end).strip();
    }

    private static String page() {
        try (InputStream in = Explanations.class.getResourceAsStream("lint.md")) {
            if (in == null) {
                throw new IllegalStateException("not packed: lint.md");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
