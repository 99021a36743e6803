package cn.zhengai.messaging.kafka;

import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.messaging.kafka.rejected.RejectionMeter;
import cn.zhengai.messaging.kafka.topic.TopicPlan;
import cn.zhengai.messaging.kafka.wire.Admission;
import cn.zhengai.testkit.log.LogOnTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** A log whose topics are named after a folder, so that opening the folder again finds them. */
public record KafkaOnTest(KafkaLog kafka) implements LogOnTest {
    /** Knows every point but {@code unknown}; scales as %. */
    static final Admission TAKES_ALL = new Admission() {
        @Override
        public OptionalInt scale(String point) {
            return point.equals("unknown") ? OptionalInt.empty() : OptionalInt.of(100);
        }

        @Override
        public Optional<Reason> refusal(BatchHead head, Reading reading) {
            return reading.series().point().equals("unknown") ? Optional.of(Reason.UNKNOWN_POINT) : Optional.empty();
        }
    };

    static KafkaOnTest open(Path where, int partitions, SeriesIndex series) {
        return open(OneBroker.bootstrap(), where, partitions, series);
    }

    /** On the brokers named. */
    static KafkaOnTest open(String servers, Path where, int partitions, SeriesIndex series) {
        return new KafkaOnTest(KafkaLog.open(Connection.to(servers), plan(where, partitions), reading(series)));
    }

    public static TopicPlan plan(Path where, int partitions) {
        return new TopicPlan(
                TopicPlan.Names.under(where.getFileName().toString()), partitions, 1, 1, Duration.ofDays(30));
    }

    public static KafkaLog.Reading reading(SeriesIndex series) {
        return new KafkaLog.Reading(series, TAKES_ALL, RejectionMeter.UNCOUNTED);
    }

    @Override
    public MessageLog log() {
        return kafka;
    }

    @Override
    public void settle() {
        // nothing waits: what is appended is durable
    }

    @Override
    public void close() {
        kafka.close();
    }
}
