package cn.zhengai.messaging.kafka;

import cn.zhengai.core.port.MessageLog.Subscription;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.messaging.kafka.client.Connection;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A process to be killed: a member of group {@code warner} that keeps nothing, and prints a line when it has readings. */
final class KilledMember {
    private KilledMember() {}

    /** @param args bootstrap, folder the topics are named after, partitions */
    public static void main(String[] args) {
        Connection connection = Connection.to(args[0]).missing(Duration.ofSeconds(6));
        int partitions = Integer.parseInt(args[2]);
        KafkaLog log = KafkaLog.open(
                connection, KafkaOnTest.plan(Path.of(args[1]), partitions), KafkaOnTest.reading(new SeriesIndex()));
        Written.Stand stand = new Written.Stand();
        Subscription member = log.subscribe("warner", stand);
        PrintStream said = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        while (true) {
            if (!member.poll(5, Duration.ofSeconds(1)).readings().isEmpty()) {
                said.println("has readings");
            }
        }
    }
}
