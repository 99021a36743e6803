package cn.zhengai.core.evidence;

import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One value of a series as a leaf of an explanation: what it says and where it came from.
 *
 * @param seq place in the log
 * @param at the instant it speaks about
 * @param value exact, in the point's unit
 * @param numerator of a quotient; empty for a plain value
 * @param denominator of a quotient; empty for a plain value
 * @param row where in the batch it stood, from 1
 * @param revision the source's own count of corrections; 0 when it has none
 * @param history loaded as backfill
 * @param reason why its batch was sent; empty when nobody said
 * @param superseded other values of the same instant that were known and are not in force, by place in the log
 */
public record Evidence(
        long seq,
        Instant at,
        Fraction value,
        Optional<Fraction> numerator,
        Optional<Fraction> denominator,
        String source,
        String batch,
        int row,
        Instant recordedAt,
        long revision,
        boolean history,
        Optional<String> reason,
        List<Evidence> superseded) {
    public Evidence {
        superseded = List.copyOf(superseded);
    }

    /** @param scale of the point's unit, 100 for % */
    public static Evidence of(Logged logged, int scale, List<Logged> superseded) {
        Reading reading = logged.reading();
        boolean ratio = reading.isRatio();
        return new Evidence(
                logged.seq(),
                Instant.ofEpochMilli(reading.at()),
                reading.value(scale),
                ratio ? Optional.of(Fraction.ofMicros(reading.numerator())) : Optional.empty(),
                ratio ? Optional.of(Fraction.ofMicros(reading.denominator())) : Optional.empty(),
                logged.head().source(),
                logged.head().id(),
                reading.row(),
                logged.head().recordedAt(),
                reading.revision(),
                logged.head().history(),
                logged.head().reason(),
                superseded.stream().map(old -> of(old, scale, List.of())).toList());
    }
}
