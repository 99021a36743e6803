package cn.zhengai.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The launcher of this checkout in a folder where nothing else is real. */
final class LauncherCopy {
    private LauncherCopy() {}

    static void into(Path root) throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isRegularFile(folder.resolve("zhengai"))) {
            folder = folder.getParent();
        }
        assertThat(folder).as("checkout").isNotNull();
        Files.copy(folder.resolve("zhengai"), root.resolve("zhengai"));
        executable(root.resolve("zhengai"));
    }

    static void executable(Path file) {
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
