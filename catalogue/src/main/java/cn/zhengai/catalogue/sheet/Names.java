package cn.zhengai.catalogue.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** Chinese names of sheets, columns and choices, from {@code names.properties}. What has no name there goes by its key. */
final class Names {
    private final Properties names = new Properties();

    Names() {
        try (InputStream in = Names.class.getResourceAsStream("names.properties")) {
            if (in == null) {
                throw new IllegalStateException("not packed: names.properties");
            }
            Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
            names.load(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** By a dotted way such as {@code points.roll-up}. */
    Optional<String> of(String way) {
        return Optional.ofNullable(names.getProperty(way));
    }

    /** For a word that may be chosen. */
    Optional<String> ofWord(String word) {
        return of("word." + word);
    }
}
