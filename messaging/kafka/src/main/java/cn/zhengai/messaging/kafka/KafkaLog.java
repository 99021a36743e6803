package cn.zhengai.messaging.kafka;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.messaging.kafka.announce.Announcer;
import cn.zhengai.messaging.kafka.append.Appender;
import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.messaging.kafka.client.Failures;
import cn.zhengai.messaging.kafka.read.Ends;
import cn.zhengai.messaging.kafka.read.Member;
import cn.zhengai.messaging.kafka.read.Presence;
import cn.zhengai.messaging.kafka.rejected.DeadLetters;
import cn.zhengai.messaging.kafka.rejected.LetterBox;
import cn.zhengai.messaging.kafka.rejected.Rehoming;
import cn.zhengai.messaging.kafka.rejected.RejectionMeter;
import cn.zhengai.messaging.kafka.topic.TopicPlan;
import cn.zhengai.messaging.kafka.topic.Topics;
import cn.zhengai.messaging.kafka.wire.Admission;
import cn.zhengai.messaging.kafka.wire.RecordReader;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;

/**
 * The log on a cluster of brokers. A batch whose append failed may be there in part: partitions are written side by
 * side, and no transaction holds readers up. A reading's number is its offset + 1, within its partition.
 */
public final class KafkaLog implements MessageLog {
    private final Connection connection;
    private final TopicPlan plan;
    private final SeriesIndex index;
    private final Admission admission;
    private final Partitioning partitioning;
    private final Appender appender;
    private final LetterBox letters;
    private final Ends ends;
    private final String name;
    private final List<Member> members = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    private KafkaLog(Connection connection, TopicPlan plan, Reading reading, String cluster) {
        this.connection = connection;
        this.plan = plan;
        this.index = reading.index();
        this.admission = reading.admission();
        this.partitioning = new Partitioning(plan.partitions());
        this.appender = new Appender(connection, plan.readings(), partitioning);
        this.name = cluster + "/" + plan.readings() + "/" + plan.partitions();
        this.ends = new Ends(connection, plan.readings(), plan.partitions());
        this.letters = new LetterBox(appender, plan.rejected(), reading.meter());
    }

    /**
     * How records become readings.
     *
     * @param index hands out their series
     * @param admission asked about what others wrote
     * @param meter told of what is no reading
     */
    public record Reading(SeriesIndex index, Admission admission, RejectionMeter meter) {}

    /**
     * Creates the topics where they are missing, and connects.
     *
     * @throws PortException {@link Trouble#REFUSED} when a topic is not as planned; {@link Trouble#UNAVAILABLE}
     */
    public static KafkaLog open(Connection connection, TopicPlan plan, Reading reading) {
        String cluster = Topics.prepare(connection, plan);
        try {
            return new KafkaLog(connection, plan, reading, cluster);
        } catch (KafkaException failed) {
            throw Failures.of("连接", failed);
        }
    }

    @Override
    public void append(List<Batch> batches) {
        appender.append(batches);
    }

    /** {@code cluster/topic/partitions}: what positions are about. */
    public String name() {
        return name;
    }

    @Override
    public Knowledge end() {
        if (closed) {
            throw new PortException(Trouble.UNAVAILABLE, "采集值日志已关闭。");
        }
        return ends.ask();
    }

    @Override
    public Subscription subscribe(String group, Assignment assignment) {
        if (closed) {
            throw new PortException(Trouble.UNAVAILABLE, "采集值日志已关闭。");
        }
        try {
            Member member = new Member(
                    connection,
                    new Member.Role(groupId(group), plan.readings()),
                    assignment,
                    new RecordReader(index, admission, partitioning),
                    letters);
            members.removeIf(Member::left);
            members.add(member);
            return member;
        } catch (KafkaException failed) {
            throw Failures.of("连接", failed);
        }
    }

    /** Those of these groups that have a member at the moment, in any process. */
    public List<String> joined(List<String> groups) {
        List<String> ids = groups.stream().map(KafkaLog::groupId).toList();
        return new Presence(connection)
                .joined(ids).stream().map(id -> groups.get(ids.indexOf(id))).toList();
    }

    private static String groupId(String group) {
        return "zhengai." + group;
    }

    /** What was put aside, for people to look at and drive again. */
    public DeadLetters deadLetters() {
        return new DeadLetters(connection, plan, appender);
    }

    /** What brings misplaced records home by itself; the caller closes it. */
    public Rehoming rehoming() {
        return new Rehoming(connection, plan.rejected(), deadLetters());
    }

    /**
     * What tells others of warnings.
     *
     * @param baseUrl of the pages that records link to
     */
    public Announcer announcer(
            Supplier<Catalogue> catalogue, WarningLedger ledger, String baseUrl, InstantSource time) {
        return new Announcer(catalogue, ledger, new Announcer.Outlet(appender, plan.warnings(), baseUrl), time);
    }

    /** Refuses further calls and ends waiting polls; members still leave by their own threads. */
    @Override
    public void close() {
        closed = true;
        members.forEach(Member::logClosed);
        appender.close();
        ends.close();
    }
}
