package cn.zhengai.server.retention;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Retention;
import cn.zhengai.core.port.ReadingErasure;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.RetentionLedger;
import cn.zhengai.core.port.RetentionLedger.Erasure;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases what has been kept long enough, level by level, and keeps the proof. One proof for each level and limit, also
 * when nothing was there to erase; a limit that has its proof is not looked at again, for collectors refuse what is older.
 *
 * <p>Readings on which a warning that stays rests (an open one, or a run under way) stay with it; they go with the limit
 * that follows its end. Killed between erasing and proof, the next turn keeps the proof of the rest.
 */
public final class RetentionClerk {
    static final String REJECTIONS = "REJECTIONS";
    private static final Logger LOG = LoggerFactory.getLogger(RetentionClerk.class);

    private final Supplier<Catalogue> catalogue;
    private final Retention retention;
    private final Kept kept;
    private final InstantSource time;

    /** Where things are kept. */
    public record Kept(SeriesIndex index, ReadingStore readings, ReadingErasure erasure, RetentionLedger ledger) {}

    public RetentionClerk(Supplier<Catalogue> catalogue, Retention retention, Kept kept, InstantSource time) {
        this.catalogue = catalogue;
        this.retention = retention;
        this.kept = kept;
        this.time = time;
    }

    /** Erases what is due; false: there is nothing more to do at once. */
    public boolean runOnce() {
        for (Erasure one : eraseDue()) {
            LOG.info("{}", Sentences.of(one));
        }
        return false;
    }

    /** Erases what is due and says what that was; one thread at a time. */
    public List<Erasure> eraseDue() {
        if (retention.equals(Retention.FOR_GOOD)) {
            return List.of();
        }
        List<Erasure> done = new ArrayList<>();
        Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        Catalogue rules = catalogue.get();
        for (Level level : Level.values()) {
            retention
                    .firstKept(level, now, rules.zone())
                    .filter(before -> without(level.name(), before))
                    .ifPresent(before -> done.add(erase(rules, level, before, now)));
        }
        retention
                .firstRejectionsKept(now, rules.zone())
                .filter(before -> without(REJECTIONS, before))
                .ifPresent(before -> done.add(eraseRejections(before, now)));
        return done;
    }

    /** Number of the first proof that does not hold; empty when all do. */
    public Optional<Long> brokenProof() {
        return Seal.broken(kept.ledger().erasures());
    }

    private boolean without(String what, Instant before) {
        return kept.ledger().erasures().stream()
                .noneMatch(one -> one.what().equals(what) && !one.before().isBefore(before));
    }

    private Erasure erase(Catalogue rules, Level level, Instant before, Instant now) {
        Set<String> points =
                rules.pointsOf(level).stream().map(ControlPoint::id).collect(Collectors.toSet());
        long warnings = kept.ledger().eraseWarnings(points, before);
        ReadingErasure.Erased erased = kept.erasure().erase(limits(points, before));
        AtomicLong stayed = new AtomicLong();
        kept.readings()
                .summarise(
                        points,
                        Long.MIN_VALUE,
                        before.toEpochMilli(),
                        ReadingStore.NOW,
                        summary -> stayed.addAndGet(summary.count()));
        return proof(new Erasure(
                0, level.name(), before, erased.readings(), erased.fingerprint(), warnings, 0, stayed.get(), now, ""));
    }

    private Map<Series, Long> limits(Set<String> points, Instant before) {
        Map<String, Long> needed = kept.ledger().needed(points, before);
        Map<Series, Long> limits = new HashMap<>();
        for (Series series : kept.index().since(0)) {
            if (points.contains(series.point())) {
                limits.put(series, needed.getOrDefault(series.key(), before.toEpochMilli()));
            }
        }
        return limits;
    }

    private Erasure eraseRejections(Instant before, Instant now) {
        long rows = kept.ledger().eraseRejections(before);
        return proof(new Erasure(0, REJECTIONS, before, 0, "0", 0, rows, 0, now, ""));
    }

    private Erasure proof(Erasure bare) {
        Erasure sealed = Seal.on(kept.ledger().erasures(), bare);
        kept.ledger().keep(sealed);
        return sealed;
    }
}
