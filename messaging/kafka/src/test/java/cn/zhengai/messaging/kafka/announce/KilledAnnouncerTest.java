package cn.zhengai.messaging.kafka.announce;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.messaging.kafka.KafkaLog;
import cn.zhengai.messaging.kafka.KafkaOnTest;
import cn.zhengai.messaging.kafka.OneBroker;
import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.storage.jdbc.SqliteLedger;
import cn.zhengai.testkit.time.SettableTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL in the middle of announcing, again and again: whoever comes next says what was not said. */
@ExtendWith(OneBroker.class)
class KilledAnnouncerTest {
    private static final int FACTS = 6000;
    private static final int KILLS = 3;

    @TempDir
    Path folder;

    @Test
    void nothingIsLost() throws Exception {
        Path file = folder.resolve("ledger.sqlite");
        try (Ledger ledger = SqliteLedger.open(file)) {
            Happened.seeded(ledger.warnings(), 11, FACTS);
        }
        for (int kill = 0; kill < KILLS; kill++) {
            killInTheMiddle(file, 1 + kill);
        }
        long before;
        try (Ledger ledger = SqliteLedger.open(file);
                KafkaLog log = KafkaLog.open(
                        Connection.to(OneBroker.bootstrap()),
                        KafkaOnTest.plan(folder, 1),
                        KafkaOnTest.reading(new SeriesIndex()))) {
            before = ledger.warnings().position(Announcer.CONSUMER, 0);
            Announcer heir = log.announcer(
                    SmallCollege::catalogue, ledger.warnings(), "https://pages", new SettableTime(Happened.DAY));
            while (heir.runOnce()) {
                assertThat(ledger.warnings().position(Announcer.CONSUMER, 0)).isGreaterThan(before);
            }
        }
        assertThat(before).as("killed in the middle").isBetween(1L, (long) FACTS);
        Announced.read(
                        Connection.to(OneBroker.bootstrap()),
                        KafkaOnTest.plan(folder, 1).warnings())
                .demandAll(FACTS);
    }

    private void killInTheMiddle(Path ledger, int turns) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledAnnouncer.class.getName(),
                        OneBroker.bootstrap(),
                        folder.toString(),
                        ledger.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (int i = 0; i < turns; i++) {
            assertThat(lines.readLine()).isEqualTo("kept");
        }
        process.destroyForcibly().waitFor();
    }
}
