package cn.zhengai.benchmarks.sizing;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Figures by name, each with how it is known. */
record Rates(Map<String, Rate> all) {

    /** How a figure is known. */
    enum Known {
        /** Stands in RESULTS.md. */
        MEASURED,
        /** To be reached; not measured yet. */
        GOAL,
        /** Of the world, or of somebody else's program. */
        ASSUMED
    }

    /** One figure. */
    record Rate(long figure, Known known) {
        static Rate parse(String text) {
            String[] parts = text.split("\\s*,\\s*", 2);
            return new Rate(
                    Long.parseLong(parts[0]), Known.valueOf(parts[1].strip().toUpperCase(Locale.ROOT)));
        }
    }

    Rates {
        all = new TreeMap<>(all);
    }

    static Rates read(Path file) throws IOException {
        Properties written = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            written.load(reader);
        }
        Map<String, Rate> all = new TreeMap<>();
        written.stringPropertyNames().forEach(name -> all.put(name, Rate.parse(written.getProperty(name))));
        return new Rates(all);
    }

    /** @throws IllegalArgumentException when there is none of that name */
    long figure(String name) {
        Rate rate = all.get(name);
        if (rate == null) {
            throw new IllegalArgumentException("no rate " + name);
        }
        return rate.figure();
    }
}
