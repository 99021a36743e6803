package cn.zhengai.alerting.rule;

import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.Patience;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.measure.Condition;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * When the series of one point (with the same lines) warn; compiled to plain arrays. Immutable and shared between
 * series.
 */
public final class Rule {
    private final long[] from;
    private final long[][] warning;
    private final long[][] standard;
    private final long[] watchUntil;
    private final Watched[] watched;

    /** How it is watched in one span of days. */
    private record Watched(Verdict inWarning, Verdict belowStandard, Patience hold, Patience calm) {
        static Watched of(Watch watch) {
            return new Watched(
                    watch.veto() ? Verdict.VETOED : Verdict.IN_WARNING,
                    watch.raiseAtStandard() ? Verdict.BELOW_STANDARD : Verdict.BETWEEN,
                    watch.hold(),
                    watch.calm());
        }
    }

    /** @param versions oldest first, at least one; each holds from the start of its day, the first also before it */
    Rule(Watch watch, List<LinesVersion> versions, ZoneId zone) {
        from = versions.stream()
                .mapToLong(v -> v.from().atStartOfDay(zone).toInstant().toEpochMilli())
                .toArray();
        warning = bounds(versions.stream().map(v -> v.lines().warning()).toList());
        standard = bounds(versions.stream().map(v -> v.lines().standard()).toList());
        watchUntil = watch.former().stream()
                .mapToLong(f -> f.until().atStartOfDay(zone).toInstant().toEpochMilli())
                .toArray();
        watched = Stream.concat(watch.former().stream().map(Watch.Former::watch), Stream.of(watch))
                .map(Watched::of)
                .toArray(Watched[]::new);
    }

    private static long[][] bounds(List<Condition> conditions) {
        return conditions.stream()
                .map(c -> c.bounds().stream().mapToLong(Long::longValue).toArray())
                .toArray(long[][]::new);
    }

    /**
     * What a value says under the lines in force at its own instant. Allocates nothing.
     *
     * @param position see {@link cn.zhengai.core.measure.Micros#position}
     * @param at epoch milliseconds
     */
    public Verdict verdict(long position, long at) {
        int version = from.length - 1;
        while (version > 0 && at < from[version]) {
            version--;
        }
        if (within(warning[version], position)) {
            return watched(at).inWarning;
        }
        return within(standard[version], position) ? Verdict.ON_STANDARD : watched(at).belowStandard;
    }

    /** In force at an instant. */
    private Watched watched(long at) {
        int span = 0;
        while (span < watchUntil.length && at >= watchUntil[span]) {
            span++;
        }
        return watched[span];
    }

    private static boolean within(long[] bounds, long position) {
        for (int i = 0; i < bounds.length; i += 2) {
            if (position >= bounds[i] && position <= bounds[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** An unbroken run of raising readings this long raises a warning, at an instant in epoch milliseconds. */
    public Patience hold(long at) {
        return watched(at).hold;
    }

    /** An unbroken run on standard this long clears it, at an instant in epoch milliseconds. */
    public Patience calm(long at) {
        return watched(at).calm;
    }
}
