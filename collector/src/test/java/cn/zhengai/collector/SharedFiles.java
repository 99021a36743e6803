package cn.zhengai.collector;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real inputs that stand beside the checkout in {@code shared/data}. */
public final class SharedFiles {
    private SharedFiles() {}

    /** A file there, by its path below {@code shared/data}; looks in every folder from the module upwards. */
    public static Path path(String below) {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            Path found = dir.resolve("shared/data").resolve(below);
            if (Files.exists(found)) {
                return found;
            }
        }
        throw new IllegalStateException("shared/data/" + below + " is not beside the checkout");
    }
}
