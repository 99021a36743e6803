package cn.zhengai.server.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the checkout that the tests run in. */
final class Checkout {
    private Checkout() {}

    /** The nearest folder upwards that has the launcher. */
    static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("zhengai")) && Files.exists(folder.resolve("docker-compose.yml"))) {
                return folder;
            }
        }
        throw new AssertionError(
                "no docker-compose.yml beside a launcher above " + Path.of("").toAbsolutePath());
    }

    static String text(String name) throws IOException {
        return Files.readString(root().resolve(name));
    }
}
