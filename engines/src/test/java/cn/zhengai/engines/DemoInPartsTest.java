package cn.zhengai.engines;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.server.command.DemoCommand;
import cn.zhengai.server.run.Role;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.run.Service;
import cn.zhengai.server.settings.Clocks;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The demo as docker-compose.yml starts it: the catalogue, the console, the other roles, then the data, each by itself. */
class DemoInPartsTest {
    private static final int PARTITIONS = 4;

    @TempDir
    private Path folder;

    private static int demo(String part, Path data) {
        return new CommandLine(new DemoCommand()).execute(part, "--data", data.toString());
    }

    private static Service start(Path data, Set<Role> roles) {
        DataFolder opened = DataFolder.open(data);
        Settings settings = Settings.read(opened.settings(), Map.of());
        return Service.start(Run.open(opened, settings, Clocks.system()), roles);
    }

    @Test
    void thePartsMakeAWhole() throws IOException {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        try (Engines engines = Engines.start(folder.resolve("engines"), 1, PARTITIONS)) {
            Path console = folder.resolve("console");
            assertThat(demo("--prepare", console)).isZero();
            engines.settings(console, 0);
            engines.settings(folder.resolve("worker"), 0);
            engines.settings(folder.resolve("feeder"), 0);
            Set<Role> others = EnumSet.complementOf(EnumSet.of(Role.CONSOLE));
            try (Service pages = start(console, Set.of(Role.CONSOLE));
                    Service worker = start(folder.resolve("worker"), others)) {
                // The last three days of two years.
                Path until = folder.resolve("feeder/demo-until");
                Files.writeString(until, today.minusDays(3) + " " + today.minusDays(7) + "\n");
                assertThat(demo("--feed", folder.resolve("feeder"))).isZero();
                assertThat(Files.readString(until)).startsWith(today.toString());
                assertThat(folder.resolve("feeder/catalogue")).doesNotExist();

                assertThat(pages.run().stores().readings().store().known().places())
                        .as("readings of each partition")
                        .hasSize(PARTITIONS)
                        .allMatch(place -> place > 0);
                assertThat(pages.run().assessments().newest(Integer.toString(today.getYear())))
                        .isPresent();
                assertThat(worker.run().catalogue().digest())
                        .isEqualTo(pages.run().catalogue().digest());
            }
        }
    }
}
