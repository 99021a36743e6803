package cn.zhengai.catalogue;

import cn.zhengai.catalogue.finding.Code;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One entry of {@code explain/entries.yaml}: a check with an example that shows it.
 *
 * @param wrong the file that shows the fault, the place marked with {@code ▲}
 * @param mended the same without the fault; empty when mending is taking it away
 * @param setup how a folder is damaged when no text can say it; empty otherwise
 * @param place where it is found
 * @param others codes found besides
 */
record Explained(
        Code code,
        Map<String, String> words,
        String file,
        String wrong,
        Optional<String> mended,
        String setup,
        String place,
        List<Code> others,
        Map<String, String> also) {
    private static final String MARK = "▲";

    /** All, in the order of the page. */
    static List<Explained> all() {
        try (InputStream in = Explained.class.getResourceAsStream("explain/entries.yaml")) {
            List<Explained> all = new ArrayList<>();
            new YAMLMapper().readTree(Objects.requireNonNull(in)).forEach(entry -> all.add(of(entry)));
            return all;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Code code(String label) {
        return Code.valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Explained of(JsonNode entry) {
        Map<String, String> words = new LinkedHashMap<>();
        List.of("group", "title", "why", "fix")
                .forEach(key -> words.put(key, entry.path(key).asText()));
        String written = entry.path("wrong").asText();
        String file = entry.path("file").asText();
        String wrong = written.replace(MARK, "");
        String mended = wrong;
        for (JsonNode change : entry.path("change")) {
            String from = change.path(0).asText();
            if (!mended.contains(from)) {
                throw new IllegalStateException(entry.path("code").asText() + " has no " + from);
            }
            mended = mended.replace(from, change.path(1).asText());
        }
        List<Code> others = new ArrayList<>();
        entry.path("others").forEach(other -> others.add(code(other.asText())));
        Map<String, String> also = new LinkedHashMap<>();
        entry.path("also")
                .properties()
                .forEach(more -> also.put(more.getKey(), more.getValue().asText()));
        return new Explained(
                code(entry.path("code").asText()),
                words,
                file,
                wrong,
                entry.has("change") ? Optional.of(mended) : Optional.empty(),
                entry.path("setup").asText(),
                entry.has("place") ? entry.path("place").asText() : file + ":" + position(written),
                others,
                also);
    }

    private static String position(String written) {
        int mark = written.indexOf(MARK);
        if (mark < 0) {
            return "1:1";
        }
        String before = written.substring(0, mark);
        long line = 1 + before.chars().filter(c -> c == '\n').count();
        return line + ":" + (before.length() - before.lastIndexOf('\n'));
    }

    /** What is found in a sound catalogue that has this fault. */
    CatalogueReading readWrong(Path folder) {
        Fault.write(folder, Fault.SOUND);
        Fault.write(folder, also);
        Path target = folder.resolve(file);
        try {
            switch (setup) {
                case "no-folder" -> {
                    return CatalogueFolder.read(folder.resolve("nowhere"));
                }
                case "empty-folder" -> {
                    return CatalogueFolder.read(Files.createDirectories(folder.resolve("empty")));
                }
                case "absent" -> Files.delete(target);
                case "link" -> Files.createSymbolicLink(target, Path.of("nowhere.yaml"));
                case "gb18030" -> Files.write(target, wrong.getBytes(Charset.forName("GB18030")));
                default -> Fault.write(folder, Map.of(file, wrong));
            }
            return CatalogueFolder.read(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What is found when the fault is mended. */
    CatalogueReading readMended(Path folder) {
        Fault.write(folder, Fault.SOUND);
        Fault.write(folder, also);
        mended.ifPresent(text -> Fault.write(folder, Map.of(file, text)));
        return CatalogueFolder.read(folder);
    }

    @Override
    public String toString() {
        return code.label();
    }
}
