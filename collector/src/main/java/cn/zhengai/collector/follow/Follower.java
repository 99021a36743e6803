package cn.zhengai.collector.follow;

import cn.zhengai.collector.intake.IntakeDesk;
import cn.zhengai.collector.intake.Outcomes;
import cn.zhengai.collector.intake.Submission;
import cn.zhengai.collector.intake.Tally;
import cn.zhengai.collector.pull.PullCount;
import cn.zhengai.core.catalogue.Follow;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.Cursors;
import cn.zhengai.core.port.Cursors.Advance;
import cn.zhengai.core.port.Intake.Receipt;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows one topic, as its mapping was when this was made. A page of records is one batch, named by partition and first
 * offset; its receipt says how far it went, and only then the cursor moves. So whoever was killed in between finds the
 * receipt and goes on behind it, however many records a page would have now: nothing is lost and nothing taken twice. What
 * is no reading is a rejection of its batch and holds nobody up. For one thread.
 */
final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NEXT = "next";
    static final String WAY = "kafka";

    private final SourceMapping mapping;
    private final Follow follow;
    private final IntakeDesk desk;
    private final Cursors cursors;
    private final Topic topic;
    private final Map<Integer, Position> positions = new HashMap<>();
    private Topic.@Nullable Session session;

    Follower(SourceMapping mapping, FollowPorts ports) {
        this.mapping = mapping;
        this.follow = mapping.follow().orElseThrow();
        this.desk = ports.desk();
        this.cursors = ports.cursors();
        this.topic = ports.topics().of(mapping);
    }

    SourceMapping mapping() {
        return mapping;
    }

    /**
     * Takes what is new in all partitions, a page of each in turn.
     *
     * @param history what it brings is backfill and tells nobody
     * @param enough asked between pages: end here, there is more
     * @throws cn.zhengai.core.port.PortException when the topic, the log or the ledger fails; calling again goes on from
     *     the last page that was kept
     */
    PullCount turn(boolean history, BooleanSupplier enough) {
        try {
            return turn(connected(), history || mapping.history(), enough);
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private Topic.Session connected() {
        Topic.Session known = session;
        if (known == null) {
            known = topic.open();
            session = known;
        }
        return known;
    }

    private PullCount turn(Topic.Session open, boolean history, BooleanSupplier enough) {
        String identity = open.identity();
        PullTally tally = new PullTally();
        Deque<Topic.Reach> rest = new ArrayDeque<>(open.reaches());
        while (!rest.isEmpty()) {
            Topic.Reach reach = rest.remove();
            Position at = position(open, reach, identity);
            if (at.offset() < reach.end()) {
                Position reached = page(open, reach, at, history, tally);
                positions.put(reach.partition(), reached);
                if (reached.offset() < reach.end()) {
                    rest.add(reach);
                }
                if (!rest.isEmpty() && enough.getAsBoolean()) {
                    return tally.count(false);
                }
            } else {
                positions.put(reach.partition(), at);
            }
        }
        return tally.count(true);
    }

    private Position position(Topic.Session open, Topic.Reach reach, String identity) {
        Position known = positions.get(reach.partition());
        if (known == null) {
            known = cursors.settled(name(reach.partition()))
                    .map(Position::of)
                    .orElseGet(() -> first(open, reach, identity));
        }
        boolean another = !known.identity().equals(identity);
        if (another || known.offset() > reach.end()) {
            LOG.warn(
                    "来源 {}：主题 {} 分区 {} {}，从头再读；重复的采集值只算一次",
                    mapping.id(),
                    follow.topic(),
                    reach.partition(),
                    another ? "被重建了" : "的末尾是 " + reach.end() + "，少于已读到的 " + known.offset());
            return known.anew(identity, reach.begin());
        }
        return known;
    }

    private Position first(Topic.Session open, Topic.Reach reach, String identity) {
        long begin = Beginning.of(open, reach, follow, desk.catalogue().zone());
        return new Position(0, begin, identity, Optional.empty());
    }

    private Position page(Topic.Session open, Topic.Reach reach, Position at, boolean history, PullTally tally) {
        Page page = Page.read(open, reach, at.offset());
        long next = page.next();
        if (!page.isEmpty()) {
            Receipt receipt = taken(page, at, history);
            next = next(receipt, page);
            tally.add(page, receipt);
        }
        Position reached = at.at(next);
        cursors.keep(new Advance(name(reach.partition()), at.kept(), reached.cursor(), List.of(), Long.MIN_VALUE));
        return reached;
    }

    /** The first receipt of the batch stands: another instance may have taken it in meanwhile, and not as far. */
    private Receipt taken(Page page, Position at, boolean history) {
        String generation = at.generation() == 0 ? "" : at.generation() + ".";
        String batch = name(page.partition()) + "@" + generation + page.from();
        try {
            Receipt receipt = desk.take(new Submission(
                            batch,
                            WAY,
                            mapping,
                            history,
                            page.bytes(),
                            new RecordRows(follow, page),
                            Outcomes.UNHEARD,
                            tally -> answer(page, tally)))
                    .receipt();
            return desk.receipt(batch).orElse(receipt);
        } catch (IOException impossible) {
            throw new IllegalStateException("a page lies in memory", impossible);
        }
    }

    private static String answer(Page page, Tally tally) {
        return JSON.createObjectNode()
                .put("batch", tally.head().id())
                .put("records", page.records().size())
                .put(NEXT, page.next())
                .put("accepted", tally.accepted())
                .put("rejected", tally.rejections())
                .toString();
    }

    /** How far the batch went when it was taken in, which may have been before a kill. */
    private static long next(Receipt receipt, Page page) {
        try {
            return JSON.readTree(receipt.answer()).path(NEXT).asLong(page.next());
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("receipt of " + receipt.head().id(), notOurs);
        }
    }

    /** As the ledger knows a partition. */
    private String name(int partition) {
        return mapping.id() + ":" + follow.topic() + "-" + partition;
    }

    /** Where it stands is asked anew after that. */
    @Override
    public void close() {
        Topic.Session known = session;
        session = null;
        positions.clear();
        if (known != null) {
            known.close();
        }
    }

    /** What a turn brings. */
    private static final class PullTally {
        private long records;
        private long accepted;
        private long rejected;

        void add(Page page, Receipt receipt) {
            records += page.records().size();
            accepted += receipt.accepted();
            rejected += receipt.rejected();
        }

        PullCount count(boolean complete) {
            return new PullCount(records, records, accepted, rejected, complete);
        }
    }
}
