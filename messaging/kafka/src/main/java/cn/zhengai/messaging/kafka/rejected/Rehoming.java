package cn.zhengai.messaging.kafka.rejected;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.messaging.kafka.client.Failures;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives records again that stand in another partition than their series: they are sound, and driving brings them home.
 * Each once: one that comes back misplaced is left to people. Several at work drive some of them twice, which is harmless.
 * Reads the letters once when it begins, then only what is new. For one thread.
 */
public final class Rehoming implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rehoming.class);
    private static final int HELD = 10_000;
    private static final int AT_ONCE = 1000;

    private final Connection connection;
    private final String topic;
    private final DeadLetters letters;
    private Optional<Standing> standing = Optional.empty();

    /** @param topic of dead letters */
    public Rehoming(Connection connection, String topic, DeadLetters letters) {
        this.connection = connection;
        this.topic = topic;
        this.letters = letters;
    }

    /**
     * Drives some of those that are misplaced.
     *
     * @return whether there may be more at once
     * @throws PortException of the brokers; nothing is lost, call again
     */
    public boolean runOnce() {
        try {
            return some(reading());
        } catch (KafkaException failed) {
            close();
            throw Failures.of("重写错放的消息", failed);
        } catch (PortException failed) {
            close();
            throw failed;
        }
    }

    private boolean some(Standing known) {
        known.read();
        List<DeadLetter> misplaced = known.open().stream().limit(AT_ONCE).toList();
        if (!misplaced.isEmpty()) {
            letters.redrive(misplaced);
            misplaced.forEach(letter -> known.close(letter.origin()));
            LOG.info("{} 条写错分区的消息已重写到序列所在的分区", misplaced.size());
        }
        boolean more = !known.open().isEmpty();
        if (!more && known.passedOver()) {
            known.again();
            return true;
        }
        return more;
    }

    private Standing reading() {
        Standing known = standing.orElseGet(() -> new Standing(
                connection, topic, HELD, letter -> letter.reason() == Reason.MISPLACED && letter.tries() == 0));
        standing = Optional.of(known);
        return known;
    }

    @Override
    public void close() {
        Optional<Standing> known = standing;
        standing = Optional.empty();
        known.ifPresent(Standing::close);
    }
}
