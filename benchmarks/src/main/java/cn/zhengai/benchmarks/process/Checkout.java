package cn.zhengai.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The checkout that is measured, and room beside it for what measuring leaves behind. */
public final class Checkout {
    private Checkout() {}

    /** The folder with the launcher, at or above the working folder. */
    public static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isExecutable(folder.resolve("zhengai"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no launcher zhengai here or above: run from within the checkout");
    }

    /** A new folder that {@link #delete} takes away. */
    public static Path room(String name) throws IOException {
        return Files.createTempDirectory("zhengai-benchmark-" + name + "-");
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
