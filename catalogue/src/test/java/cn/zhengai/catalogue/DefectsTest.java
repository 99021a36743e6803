package cn.zhengai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred defects, each put alone into the starter catalogue at a place drawn by lot, are found where they stand. */
class DefectsTest {
    private static final int DEFECTS = 200;
    private static final long SEED = 2026;
    /** What one defect may cause besides, such as a cycle that is too short and leaves a gap. */
    private static final int BESIDES = 3;

    @TempDir
    Path folder;

    private List<Defect.Kind> kinds() throws IOException {
        try (InputStream in = DefectsTest.class.getResourceAsStream("defects.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Defect.Kind::of)
                    .toList();
        }
    }

    /** Of each kind in turn, until there are enough. */
    private List<Defect> drawn(Map<String, String> sound) throws IOException {
        Random lot = new Random(SEED);
        List<List<Defect>> byKind = new ArrayList<>();
        for (Defect.Kind kind : kinds()) {
            List<Defect> all = new ArrayList<>(kind.all(sound));
            assertThat(all).as(kind.toString()).isNotEmpty();
            Collections.shuffle(all, lot);
            byKind.add(all);
        }
        List<Defect> drawn = new ArrayList<>();
        for (int turn = 0; drawn.size() < DEFECTS; turn++) {
            for (List<Defect> all : byKind) {
                if (turn < all.size() && drawn.size() < DEFECTS) {
                    drawn.add(all.get(turn));
                }
            }
        }
        return drawn;
    }

    @Test
    void allAreFound() throws IOException {
        Map<String, String> sound = new TreeMap<>();
        StarterCatalogue.unpackTo(folder);
        for (String file : StarterCatalogue.files()) {
            if (file.endsWith(".yaml")) {
                // A defect in a comment is none: comments are emptied, lines stay where they are.
                sound.put(file, Files.readString(folder.resolve(file)).replaceAll("(?m)^ *#.*$", "#"));
            }
        }
        assertThat(CatalogueFolder.read(folder).findings()).isEmpty();
        List<Defect> drawn = drawn(sound);
        List<String> missed = new ArrayList<>();
        for (Defect defect : drawn) {
            Path file = folder.resolve(defect.file());
            Files.writeString(file, defect.text());
            List<Finding> found = CatalogueFolder.read(folder).findings();
            Files.writeString(file, Objects.requireNonNull(sound.get(defect.file())));
            boolean there = found.stream()
                    .anyMatch(finding -> finding.code() == defect.code()
                            && finding.file().equals(defect.file())
                            && finding.line() == defect.line());
            if (!there || found.size() > 1 + BESIDES) {
                missed.add(defect + " found: " + found);
            }
        }
        assertThat(missed).isEmpty();
        Set<Code> codes = drawn.stream().map(Defect::code).collect(Collectors.toSet());
        assertThat(codes).hasSizeGreaterThanOrEqualTo(40);
        assertThat(drawn).doesNotHaveDuplicates().hasSize(DEFECTS);
    }
}
