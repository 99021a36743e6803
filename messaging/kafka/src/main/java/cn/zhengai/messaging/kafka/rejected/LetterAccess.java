package cn.zhengai.messaging.kafka.rejected;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.messaging.kafka.append.Appender;
import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.messaging.kafka.client.Failures;
import cn.zhengai.messaging.kafka.topic.TopicPlan;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;

/** The dead letters of a cluster that is there, for whoever only looks after them: reads no readings, creates no topic. */
public final class LetterAccess implements AutoCloseable {
    private final DeadLetters letters;
    private final Appender appender;

    private LetterAccess(DeadLetters letters, Appender appender) {
        this.letters = letters;
        this.appender = appender;
    }

    /**
     * Connects, and learns from the topic of readings how many partitions there are.
     *
     * @throws PortException {@link Trouble#REFUSED} when the topics are not there; {@link Trouble#UNAVAILABLE}
     */
    public static LetterAccess open(Connection connection, TopicPlan.Names names) {
        try {
            int partitions = partitions(connection, names);
            TopicPlan plan = new TopicPlan(names, partitions, 1, 1, Duration.ofDays(1));
            Appender appender = new Appender(connection, names.readings(), new Partitioning(partitions));
            return new LetterAccess(new DeadLetters(connection, plan, appender), appender);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Failures.of("连接", interrupted);
        } catch (ExecutionException | KafkaException failed) {
            throw Failures.of("连接", failed);
        }
    }

    private static int partitions(Connection connection, TopicPlan.Names names)
            throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(connection.admin())) {
            Set<String> there = admin.listTopics().names().get();
            for (String wanted : List.of(names.readings(), names.rejected())) {
                if (!there.contains(wanted)) {
                    throw missing(wanted);
                }
            }
            TopicDescription readings = admin.describeTopics(List.of(names.readings()))
                    .allTopicNames()
                    .get()
                    .get(names.readings());
            if (readings == null) {
                throw missing(names.readings());
            }
            return readings.partitions().size();
        }
    }

    private static PortException missing(String topic) {
        return new PortException(Trouble.REFUSED, "这个 Kafka 里没有主题 " + topic + "：请核对地址；主题由 zhengai serve 第一次连接时建立。");
    }

    public DeadLetters letters() {
        return letters;
    }

    @Override
    public void close() {
        appender.close();
    }
}
