package cn.zhengai.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.MessageLog.Subscription;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.messaging.kafka.client.Connection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL of a member that has all partitions: another takes over, without anybody's hand. */
@ExtendWith(OneBroker.class)
class KilledMemberTest {
    private static final int PARTITIONS = 4;
    private static final int SERIES = 40;

    @TempDir
    Path folder;

    private final SeriesIndex index = new SeriesIndex();

    @Test
    void anotherTakesOver() throws Exception {
        Connection connection = Connection.to(OneBroker.bootstrap()).missing(Duration.ofSeconds(6));
        try (KafkaLog log =
                KafkaLog.open(connection, KafkaOnTest.plan(folder, PARTITIONS), KafkaOnTest.reading(index))) {
            log.append(List.of(Written.batch(index, "b", 1, SERIES)));
            Process victim = startAndAwaitReadings();
            victim.destroyForcibly().waitFor();

            Written.Stand stand = new Written.Stand();
            try (Subscription heir = log.subscribe("warner", stand)) {
                List<Logged> read = stand.read(heir, SERIES);

                assertThat(read).hasSize(SERIES);
                assertThat(stand.positions).hasSize(PARTITIONS);
            }
        }
    }

    private Process startAndAwaitReadings() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledMember.class.getName(),
                        OneBroker.bootstrap(),
                        folder.toString(),
                        String.valueOf(PARTITIONS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(lines.readLine()).isEqualTo("has readings");
        return process;
    }
}
