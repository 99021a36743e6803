package cn.zhengai.assessment.rollup;

import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.Fraction;
import java.math.BigInteger;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a point comes to over a group of subjects and a cycle.
 *
 * <p>RATIO: sum of numerators / sum of denominators * scale of the unit. LAST: the same of the subjects' last readings when
 * all that are read carry numerator and denominator; when some or all are plain, as MEAN. Worked, in percent: 40 of 100
 * and 1 of 50 are 41 of 150, 27.33..., not 21. MEAN: arithmetic mean of the subjects' figures, each subject once. SUM, MIN,
 * MAX: of the subjects' figures. SHARE_MET: 100 * subjects whose last value meets their standard / subjects the point
 * applies to; subjects without a value count as not meeting it, and {@code knownOnly} leaves them out. Worked: two of
 * three read subjects meet, a fourth is unread: 50 and 66.66...
 *
 * @param value exact, in the point's unit (SHARE_MET: percent); empty when no subject has a value
 * @param knownOnly as {@code value}, without the subjects that have none; differs for SHARE_MET only
 * @param band empty where the lines do not speak about the figure: a sum or a share of more than one subject; UNKNOWN when
 *     there is no figure
 * @param applicable subjects the point applies to
 * @param read those with a value
 * @param unfit those whose readings do not fit the roll-up, counted as without a value
 * @param quotients those read that carry numerator and denominator
 * @param met those that meet what is wanted
 * @param bands number of subjects by band
 * @param top where the figure divides sums, that of numerators times the scale, in millionths; else 0
 * @param bottom where the figure divides sums, that of denominators, in millionths; else 0
 */
public record GroupFigure(
        Optional<Fraction> value,
        Optional<Fraction> knownOnly,
        Optional<Band> band,
        int applicable,
        int read,
        int unfit,
        int quotients,
        int met,
        Map<Band, Integer> bands,
        BigInteger top,
        BigInteger bottom) {
    public GroupFigure {
        bands = bands.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(bands));
    }

    /** Is the figure sum of numerators / sum of denominators? */
    public boolean dividesSums() {
        return bottom.signum() != 0;
    }
}
