package cn.zhengai.server.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Refusal;
import cn.zhengai.testkit.time.SettableTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not as it must be is said before anything is touched. */
class MigrationRefusedTest {
    private static final String DISTRIBUTED = """
            ledger: {url: "jdbc:postgresql://127.0.0.1:1/none"}
            distributed:
              kafka: {servers: "127.0.0.1:1"}
              influxdb: {url: "http://127.0.0.1:1"}
            """;

    @TempDir
    private Path folder;

    private final Migration migration = new Migration(Map.of(), SettableTime.at("2026-12-01T00:00:00Z"), Progress.NONE);

    @Test
    void whatIsNoDataFolder() {
        assertThatThrownBy(() -> migration.run(folder.resolve("nothing"), folder.resolve("new")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("不是诊改的数据目录");
    }

    @Test
    void fromOneMachineToOneMachine() {
        assertThatThrownBy(() -> migration.run(made("one", ""), folder.resolve("other")))
                .hasMessageContaining("两个数据目录都是单机运行的");
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void fromDistributedToDistributed() {
        assertThatThrownBy(() -> migration.run(made("one", DISTRIBUTED), made("other", DISTRIBUTED)))
                .hasMessageContaining("两个数据目录都是分布式运行的");
    }

    @Test
    void aFolderThatIsServed() throws IOException {
        Path served = made("served", "");
        try (DataFolder running = DataFolder.open(served)) {
            assertThatThrownBy(() -> migration.run(running.root(), made("to", DISTRIBUTED)))
                    .hasMessageContaining("正被另一个诊改进程使用");
        }
    }

    @Test
    void aTargetThatHasACatalogue() throws IOException {
        Path target = made("to", DISTRIBUTED);
        Files.createDirectories(target.resolve("catalogue"));

        assertThatThrownBy(() -> migration.run(made("one", ""), target)).hasMessageContaining("已有 catalogue");
    }

    @Test
    void downIntoWhatIsNotEmpty() throws IOException {
        Path target = made("to", "");

        assertThatThrownBy(() -> migration.run(made("shared", DISTRIBUTED), target))
                .hasMessageContaining("不是空目录");
    }

    private Path made(String name, String settings) {
        Path data = folder.resolve(name);
        DataFolder.open(data).close();
        try {
            Files.writeString(data.resolve("zhengai.yaml"), settings);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return data;
    }
}
