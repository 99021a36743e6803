package cn.zhengai.server.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
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
