package cn.zhengai.collector.pull;

import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.PortException;
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
 * Pulls all sources that have a database, one after the other, each when its time has come. A source that fails is left
 * alone for a growing while and never stops the others. Turns are for one thread; standings may be asked by any.
 */
public final class PullDesk {
    /** A turn with one source; then the others have theirs. */
    private static final Duration SLICE = Duration.ofSeconds(10);

    private final PullPorts ports;
    private final PullMeter meter;
    private final InstantSource time;
    private final Map<String, Turns> turns = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    public PullDesk(PullPorts ports, PullMeter meter, InstantSource time) {
        this.ports = ports;
        this.meter = meter;
        this.time = time;
    }

    /** Gives every source that is due a turn; true when one of them has more at once. */
    public boolean runOnce() {
        List<SourceMapping> wanted = wanted();
        turns.keySet().retainAll(wanted.stream().map(SourceMapping::id).toList());
        boolean more = false;
        for (SourceMapping mapping : wanted) {
            more |= !stopping && turnsOf(mapping).runOnce();
        }
        return more;
    }

    /** The turn in hand ends with its page, and no other begins; any thread. */
    public void stop() {
        stopping = true;
    }

    private List<SourceMapping> wanted() {
        return ports.desk().catalogue().sources().values().stream()
                .filter(mapping -> mapping.pull().isPresent())
                .sorted(Comparator.comparing(SourceMapping::id))
                .toList();
    }

    private Turns turnsOf(SourceMapping mapping) {
        Turns known = turns.get(mapping.id());
        if (known != null && known.mapping().equals(mapping)) {
            return known;
        }
        Turns made = new Turns(new Puller(mapping, ports), ports, meter, time, this::slice);
        turns.put(mapping.id(), made);
        return made;
    }

    private BooleanSupplier slice() {
        Instant end = time.instant().plus(SLICE);
        return () -> stopping || time.instant().isAfter(end);
    }

    /**
     * Pulls one source until nothing is left, now.
     *
     * @param history what it brings is backfill and tells nobody
     * @return empty when there is no such source, or none with a database
     * @throws PortException when the source, the log or the ledger fails; what was taken stays
     */
    public Optional<PullCount> pullNow(String source, boolean history) {
        Optional<SourceMapping> mapping =
                wanted().stream().filter(one -> one.id().equals(source)).findFirst();
        return mapping.map(found -> {
            Puller puller = new Puller(found, ports);
            PullCount count = puller.round(history, () -> false);
            meter.pulled(source, count);
            return count;
        });
    }

    /** Compares one source with what was taken of it, now; as {@link #pullNow}. */
    public Optional<Compared> compareNow(String source) {
        Optional<SourceMapping> mapping =
                wanted().stream().filter(one -> one.id().equals(source)).findFirst();
        return mapping.map(found -> {
            Compared compared = new Puller(found, ports).compare(time.instant());
            meter.compared(source, compared);
            return compared;
        });
    }

    /** How each source stands that had a turn, by id. */
    public List<PullStanding> standings() {
        return turns.values().stream()
                .map(Turns::standing)
                .sorted(Comparator.comparing(PullStanding::source))
                .toList();
    }
}
