package cn.zhengai.assessment.rollup;

import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.Fraction;
import java.time.Instant;
import java.util.Optional;

/**
 * One subject's part of a group figure.
 *
 * @param value rolled up over the cycle, in the point's unit (for SHARE_MET the last value); empty when nothing was read
 *     or the readings do not fit the roll-up
 * @param band of the value; UNKNOWN when it is empty
 * @param meets what the goal wants, or the subject's standard when nothing else is wanted; false when unknown
 * @param count readings in force in the cycle
 * @param lastAt instant of the newest of them
 * @param lastRow row of the newest in its batch; 0 when there is none
 */
public record SubjectFigure(
        String subject,
        String name,
        Optional<Fraction> value,
        Band band,
        boolean meets,
        long count,
        Optional<Instant> lastAt,
        int lastRow) {}
