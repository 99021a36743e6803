package cn.zhengai.server.oulad;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the test needs around the module: the checkout, and the real files beside it. */
final class Surroundings {
    private Surroundings() {}

    /** The checkout: the nearest folder upwards that has the example. */
    static Path checkout() {
        return upwards("examples/oulad/Export.java")
                .orElseThrow(() -> new AssertionError("examples/oulad/Export.java is not above " + here()));
    }

    /**
     * The raw tables.
     *
     * @throws AssertionError when they are not there: this test is never left out silently
     */
    static Path raw() {
        Path beside = checkout().resolveSibling("shared/data/oulad");
        if (!Files.isReadable(beside.resolve("studentVle-AAA-GGG.csv.gz"))) {
            throw new AssertionError("The real input is missing: " + beside
                    + ". Put the OULAD tables there (../shared/data/oulad as seen from the checkout); see"
                    + " examples/oulad/README.md for what they are.");
        }
        return beside;
    }

    private static Optional<Path> upwards(String file) {
        for (Path folder = here(); folder != null; folder = folder.getParent()) {
            if (Files.isReadable(folder.resolve(file))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    private static Path here() {
        return Path.of("").toAbsolutePath();
    }
}
