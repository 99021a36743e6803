package cn.zhengai.messaging.kafka.announce;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.messaging.kafka.KafkaLog;
import cn.zhengai.messaging.kafka.KafkaOnTest;
import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.storage.jdbc.SqliteLedger;
import cn.zhengai.testkit.time.SettableTime;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process to be killed: announces what a ledger has, and prints a line for each turn it kept. */
final class KilledAnnouncer {
    private KilledAnnouncer() {}

    /** @param args bootstrap, folder the topics are named after, file of the ledger */
    public static void main(String[] args) {
        KafkaLog log = KafkaLog.open(
                Connection.to(args[0]), KafkaOnTest.plan(Path.of(args[1]), 1), KafkaOnTest.reading(new SeriesIndex()));
        Ledger ledger = SqliteLedger.open(Path.of(args[2]));
        Announcer announcer = log.announcer(
                SmallCollege::catalogue, ledger.warnings(), "https://pages", new SettableTime(Happened.DAY));
        PrintStream said = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        while (true) {
            if (announcer.runOnce()) {
                said.println("kept");
            }
        }
    }
}
