package cn.zhengai.testkit.defect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Defects of many kinds, drawn by lot over all places of a catalogue folder that can be made wrong so. */
public final class Defects {
    /** What one defect may cause besides, such as a cycle that is too short and leaves a gap. */
    private static final int BESIDES = 3;

    private final Path folder;
    private final Map<String, String> sound;

    private Defects(Path folder, Map<String, String> sound) {
        this.folder = folder;
        this.sound = sound;
    }

    /**
     * What a check found.
     *
     * @param code its label
     * @param file path below the folder
     */
    public record Spot(String code, String file, int line) {}

    /** Of a folder with a catalogue in which nothing is wrong. A defect in a comment is none: comments are emptied. */
    public static Defects in(Path folder) {
        Map<String, String> sound = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                sound.put(name, Files.readString(file).replaceAll("(?m)^ *#.*$", "#"));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Defects(folder, sound);
    }

    /** Kinds that have no place in this catalogue. */
    public List<String> withoutPlace() {
        return kinds().stream()
                .filter(kind -> kind.all(sound).isEmpty())
                .map(Defect.Kind::code)
                .toList();
    }

    /** Of each kind in turn, until there are enough. */
    public List<Defect> drawn(int count, long seed) {
        Random lot = new Random(seed);
        List<List<Defect>> byKind = new ArrayList<>();
        for (Defect.Kind kind : kinds()) {
            List<Defect> all = new ArrayList<>(kind.all(sound));
            Collections.shuffle(all, lot);
            byKind.add(all);
        }
        int most = byKind.stream().mapToInt(List::size).max().orElse(0);
        List<Defect> drawn = new ArrayList<>();
        for (int turn = 0; drawn.size() < count && turn < most; turn++) {
            for (List<Defect> all : byKind) {
                if (turn < all.size() && drawn.size() < count) {
                    drawn.add(all.get(turn));
                }
            }
        }
        return drawn;
    }

    /**
     * Puts each alone into the folder and takes it out again; those that were not told, or with too much besides what is
     * told of the folder as it is.
     */
    public List<String> missed(List<Defect> drawn, Function<Path, List<Spot>> check) {
        List<String> missed = new ArrayList<>();
        int before = check.apply(folder).size();
        for (Defect defect : drawn) {
            Path file = folder.resolve(defect.file());
            write(file, defect.text());
            List<Spot> found = check.apply(folder);
            write(file, Objects.requireNonNull(sound.get(defect.file())));
            boolean there = found.contains(new Spot(defect.code(), defect.file(), defect.line()));
            if (!there || found.size() - before > 1 + BESIDES) {
                missed.add(defect + " found: " + found.subList(0, Math.min(found.size(), 9)));
            }
        }
        return missed;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Defect.Kind> kinds() {
        try (InputStream in = Defects.class.getResourceAsStream("defects.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Defect.Kind::of)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
