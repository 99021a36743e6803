package cn.zhengai.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFolderTest {
    @TempDir
    private Path temp;

    private static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }

    @Test
    void brokenOffItIsNotThereAndTheNextTryBeginsAnew() throws IOException {
        Path target = temp.resolve("catalogue");
        assertThatThrownBy(() -> WholeFolder.make(target, part -> {
                    write(part.resolve("deep/down/old.yaml"));
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(target).doesNotExist();

        WholeFolder.make(target, part -> write(part.resolve("points/new.yaml")));

        assertThat(target.resolve("points/new.yaml")).exists();
        assertThat(target.resolve("deep")).doesNotExist();
        assertThat(temp.toFile().list()).containsExactly("catalogue");
    }
}
