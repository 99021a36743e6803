package cn.zhengai.storage.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.MessageLog.Assignment;
import cn.zhengai.core.port.MessageLog.Delivery;
import cn.zhengai.core.port.MessageLog.Subscription;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.reading.ReadingsOnTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL at any moment, while appending and settling: what was acknowledged is there, every batch whole or not at all. */
class KillTest {
    private static final int ROUNDS = 10;

    @TempDir
    Path folder;

    @Test
    void acknowledgedBatchesSurviveWholeAndOnce() throws Exception {
        Random random = new Random(20260302);
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.addAll(writeAndKill(round, 1 + random.nextInt(150)));

            try (ReadingsOnTest readings = OnTest.open(folder, new SeriesIndex())) {
                Map<String, Long> found = sizes(readings);

                assertThat(found).as("round %d", round).containsKeys(acknowledged.toArray(String[]::new));
                assertThat(found).allSatisfy((id, size) -> assertThat(id).endsWith("-" + size));
                long all = found.values().stream().mapToLong(Long::longValue).sum();
                assertThat(readings.store().counts().inForce()).isEqualTo(all);
                assertThat(readings.store().counts().superseded()).isZero();
            }
        }
    }

    /** The ids it printed. */
    private List<String> writeAndKill(int seed, int acknowledgements) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        folder.toString(),
                        String.valueOf(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> ids = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ids.add(line);
                if (ids.size() == acknowledgements) {
                    writer.destroyForcibly();
                }
            }
        } catch (IOException closedByTheKill) {
            assertThat(ids).hasSizeGreaterThanOrEqualTo(acknowledgements);
        }
        writer.waitFor();
        assertThat(ids).hasSizeGreaterThanOrEqualTo(acknowledgements);
        return ids;
    }

    /** Readings of each batch; each reading counted as often as it is delivered. */
    private static Map<String, Long> sizes(ReadingsOnTest readings) {
        Map<String, Long> sizes = new HashMap<>();
        Subscription all = readings.log().subscribe("check", new Assignment() {
            @Override
            public long assigned(int partition) {
                return 0;
            }

            @Override
            public void revoked(int partition) {}
        });
        for (Delivery next = all.poll(50_000, Duration.ZERO);
                !next.readings().isEmpty();
                next = all.poll(50_000, Duration.ZERO)) {
            for (Logged logged : next.readings()) {
                sizes.merge(logged.head().id(), 1L, Long::sum);
            }
        }
        return sizes;
    }
}
