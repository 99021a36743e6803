package cn.zhengai.assessment.breakdown;

import cn.zhengai.core.measure.Fraction;
import java.time.Instant;
import java.util.Optional;

/**
 * One reading a figure rests on: what it says and where it came from.
 *
 * @param at the instant it speaks about
 * @param value exact, in the point's unit
 * @param numerator of a quotient; empty for a plain value
 * @param denominator of a quotient; empty for a plain value
 * @param source id of the declared source
 * @param batch id of its batch
 * @param row where in the batch it stood, from 1
 * @param recordedAt when it was taken in
 * @param history loaded as backfill
 * @param reason why its batch was sent; empty when nobody said
 */
public record ReadingEvidence(
        Instant at,
        Fraction value,
        Optional<Fraction> numerator,
        Optional<Fraction> denominator,
        String source,
        String batch,
        int row,
        Instant recordedAt,
        boolean history,
        Optional<String> reason) {}
