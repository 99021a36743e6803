package cn.zhengai.collector.follow;

import cn.zhengai.collector.pull.Attempts;
import cn.zhengai.collector.pull.PullCount;
import cn.zhengai.collector.pull.PullMeter;
import cn.zhengai.collector.pull.PullStanding;
import cn.zhengai.core.catalogue.SourceMapping;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Follows all topics that sources name, one after the other, each when its time has come. A topic that fails is left alone
 * for a growing while and never stops the others. Turns are for one thread; standings may be asked by any.
 */
public final class FollowDesk implements AutoCloseable {
    /** A turn with one source; then the others have theirs. */
    private static final Duration SLICE = Duration.ofSeconds(10);

    private final FollowPorts ports;
    private final PullMeter meter;
    private final InstantSource time;
    private final Map<String, Followed> followed = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    public FollowDesk(FollowPorts ports, PullMeter meter, InstantSource time) {
        this.ports = ports;
        this.meter = meter;
        this.time = time;
    }

    /** Gives every source that is due a turn; true when one of them has more at once. */
    public boolean runOnce() {
        List<SourceMapping> wanted = wanted();
        for (Followed known : List.copyOf(followed.values())) {
            if (!wanted.contains(known.follower.mapping())) {
                followed.remove(known.follower.mapping().id());
                known.follower.close();
            }
        }
        boolean more = false;
        for (SourceMapping mapping : wanted) {
            more |= !stopping && followedOf(mapping).runOnce();
        }
        return more;
    }

    /** The turn in hand ends with its page, and no other begins; any thread. */
    public void stop() {
        stopping = true;
    }

    private List<SourceMapping> wanted() {
        return ports.desk().catalogue().sources().values().stream()
                .filter(mapping -> mapping.follow().isPresent())
                .sorted(Comparator.comparing(SourceMapping::id))
                .toList();
    }

    private Followed followedOf(SourceMapping mapping) {
        return followed.computeIfAbsent(mapping.id(), id -> new Followed(new Follower(mapping, ports)));
    }

    private BooleanSupplier slice() {
        Instant end = time.instant().plus(SLICE);
        return () -> stopping || time.instant().isAfter(end);
    }

    /**
     * Follows one source to the present end of its topic, now.
     *
     * @param history what it brings is backfill and tells nobody
     * @return empty when there is no such source, or none with a topic
     * @throws cn.zhengai.core.port.PortException when the topic, the log or the ledger fails; what was taken stays
     */
    public Optional<PullCount> followNow(String source, boolean history) {
        Optional<SourceMapping> mapping =
                wanted().stream().filter(one -> one.id().equals(source)).findFirst();
        return mapping.map(found -> {
            try (Follower follower = new Follower(found, ports)) {
                PullCount count = follower.turn(history, () -> false);
                meter.pulled(source, count);
                return count;
            }
        });
    }

    /** How each source stands that had a turn, by id. */
    public List<PullStanding> standings() {
        return followed.values().stream()
                .map(one -> one.attempts.standing())
                .sorted(Comparator.comparing(PullStanding::source))
                .toList();
    }

    /** Ends all connections; by the thread that has the turns, or once that has ended. */
    @Override
    public void close() {
        stopping = true;
        followed.values().forEach(one -> one.follower.close());
        followed.clear();
    }

    /** One source. */
    private final class Followed {
        private final Follower follower;
        private final Attempts attempts;

        Followed(Follower follower) {
            this.follower = follower;
            this.attempts = new Attempts(
                    follower.mapping().id(),
                    follower.mapping().follow().orElseThrow().every(),
                    meter,
                    time);
        }

        boolean runOnce() {
            return attempts.run(() -> {
                PullCount count = follower.turn(false, slice());
                meter.pulled(follower.mapping().id(), count);
                return count;
            });
        }
    }
}
