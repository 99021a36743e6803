package cn.zhengai.messaging.kafka.announce;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.port.WarningLedger.Turn;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.messaging.kafka.append.Appender;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the facts of warnings and writes a record of each into the topic for others. Facts are durable there before the
 * place in the feed moves on, which the ledger refuses to all but one: whatever is killed, and however many announcers
 * run, each fact is there at least once, and of each warning the first record of every number stands in the order of
 * numbers. A reader that passes over numbers at or below the highest it has met of a warning sees each once. Of several
 * announcers one works; the others step in when it does not get on. For one thread.
 */
public final class Announcer {
    /** As the ledger knows the place in the feed. */
    public static final String CONSUMER = "warnings-topic";

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    private static final int FACTS_AT_ONCE = 500;

    private final Supplier<Catalogue> catalogue;
    private final WarningLedger ledger;
    private final Appender appender;
    private final String topic;
    private final Announcement announcement;
    private final Turns turns;

    /** @param outlet where records go, and how */
    public Announcer(Supplier<Catalogue> catalogue, WarningLedger ledger, Outlet outlet, InstantSource time) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.appender = outlet.appender();
        this.topic = outlet.topic();
        this.announcement = new Announcement(outlet.baseUrl(), new Pseudonyms(ledger));
        this.turns = new Turns(time);
    }

    /**
     * Where records go.
     *
     * @param baseUrl of the pages that records link to, e.g. {@code https://zhengai.example.edu.cn}
     */
    public record Outlet(Appender appender, String topic, String baseUrl) {}

    /**
     * Announces some of the facts that are new.
     *
     * @return whether there were any; false also when another announcer is at work on them
     * @throws PortException of ledger and brokers; nothing is lost, call again
     */
    public boolean runOnce() {
        long from = ledger.position(CONSUMER, 0);
        List<Fact> facts = ledger.facts(from, FACTS_AT_ONCE);
        if (facts.isEmpty() || turns.leftToOthers(from)) {
            return false;
        }
        write(facts);
        try {
            long to = facts.get(facts.size() - 1).number();
            ledger.keep(new Turn(CONSUMER, 0, from, to, List.of(), List.of(), List.of(), Map.of()));
        } catch (PortException failed) {
            if (failed.trouble() != Trouble.STALE) {
                throw failed;
            }
            LOG.info("预警主题由另一个实例写入，本实例待命：{}", failed.getMessage());
            turns.wasOvertaken();
            return false;
        }
        turns.wasFirst();
        return true;
    }

    /** A fact is durable before a later one of its warning is sent: of what is sent together the first may be lost. */
    private void write(List<Fact> facts) {
        Catalogue now = catalogue.get();
        List<ProducerRecord<byte[], byte[]>> together = new ArrayList<>();
        Set<String> warnings = new HashSet<>();
        for (Fact fact : facts) {
            if (!warnings.add(fact.warning().id())) {
                appender.write(together);
                together.clear();
                warnings.clear();
                warnings.add(fact.warning().id());
            }
            together.add(record(fact, now));
        }
        appender.write(together);
    }

    private ProducerRecord<byte[], byte[]> record(Fact fact, Catalogue now) {
        return new ProducerRecord<>(
                topic,
                null,
                fact.recordedAt().toEpochMilli(),
                announcement.key(fact, now),
                announcement.value(fact, now));
    }
}
