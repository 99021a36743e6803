package cn.zhengai.server.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes a folder that is there whole or not at all, also when the process is killed in between. */
public final class WholeFolder {
    private WholeFolder() {}

    /** Writes the files of a folder below the path it is given. */
    public interface Filling {
        void into(Path folder) throws IOException;
    }

    /** @param target must not be there; its parent must be */
    public static void make(Path target, Filling filling) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        clear(part);
        filling.into(part);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * As {@link #make}, in place of what is there, which is moved aside.
     *
     * @param aside ends the name under which the former folder is kept beside the new one
     * @return the former folder's new place; nothing is there when there was none
     */
    public static Path replace(Path target, String aside, Filling filling) throws IOException {
        Path folder = target.toAbsolutePath();
        Path part = folder.resolveSibling(folder.getFileName() + ".part");
        Path kept = folder.resolveSibling(folder.getFileName() + "." + aside);
        for (int n = 2; Files.exists(kept); n++) {
            kept = folder.resolveSibling(folder.getFileName() + "." + aside + "-" + n);
        }
        clear(part);
        Files.createDirectories(part);
        filling.into(part);
        if (Files.exists(folder)) {
            Files.move(folder, kept, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            if (Files.exists(kept)) {
                Files.move(kept, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            throw failed;
        }
        return kept;
    }

    /** Copies the files whose path below {@code from}, with {@code /}, is wanted; none when it is not there. */
    public static void copy(Path from, Path to, Predicate<String> wanted) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = from.relativize(file).toString().replace('\\', '/');
                if (wanted.test(path)) {
                    Path copy = to.resolve(path);
                    Path parent = copy.getParent();
                    Files.createDirectories(parent == null ? to : parent);
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
