package cn.zhengai.collector.mapping;

import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.RollUp;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What one control point takes, compiled. Safe for use by many threads. */
final class PointRule {
    /** Besides those of {@link DecimalText}: the figure carries a sign of another unit. */
    static final long WRONG_UNIT = Long.MIN_VALUE + 4;
    /** The text is none of the point's codes. */
    static final long UNKNOWN_CODE = Long.MIN_VALUE + 5;

    private static final Map<String, Long> YES_NO =
            Map.of("是", 1L, "yes", 1L, "true", 1L, "1", 1L, "否", 0L, "no", 0L, "false", 0L, "0", 0L);

    private final ControlPoint point;
    private final boolean allowed;
    private final SeriesIndex index;
    private final Map<String, Long> codes;
    private final Map<String, Series> bySubjectText = new ConcurrentHashMap<>();

    /** @param allowed the source may speak about it */
    PointRule(ControlPoint point, boolean allowed, SeriesIndex index) {
        this.point = point;
        this.allowed = allowed;
        this.index = index;
        this.codes = codes(point.unit().codes());
    }

    private static Map<String, Long> codes(List<String> worstFirst) {
        if (worstFirst.equals(List.of("否", "是"))) {
            return YES_NO;
        }
        Map<String, Long> byName = new HashMap<>();
        for (int i = 0; i < worstFirst.size(); i++) {
            byName.put(Integer.toString(i), (long) i);
        }
        for (int i = 0; i < worstFirst.size(); i++) {
            byName.put(worstFirst.get(i).toLowerCase(Locale.ROOT), (long) i);
        }
        return Map.copyOf(byName);
    }

    ControlPoint point() {
        return point;
    }

    boolean allowed() {
        return allowed;
    }

    /** The series of a subject, by the text a source uses for it; null before {@link #admit}. */
    @Nullable
    Series known(String subjectText) {
        return bySubjectText.get(subjectText);
    }

    /** The series of a subject to which the point applies. */
    Series series(Subject subject) {
        return index.of(point.id(), subject.id());
    }

    /** As {@link #series}, and remembers the text: what is known is not asked about again. */
    Series admit(String subjectText, Subject subject) {
        return bySubjectText.computeIfAbsent(subjectText, text -> series(subject));
    }

    boolean mayBeQuotient() {
        RollUp rollUp = point.rollUp();
        return rollUp == RollUp.RATIO || rollUp == RollUp.LAST || rollUp == RollUp.SHARE_MET;
    }

    boolean mustBeQuotient() {
        return point.ratio();
    }

    boolean plausible(long position) {
        return point.plausible().isEmpty() || point.plausible().get().holds(position);
    }

    /** Millionths, or why not: a constant of {@link DecimalText} or of this class. */
    long value(String text, int decimals) {
        if (!codes.isEmpty()) {
            Long code = codes.get(text.toLowerCase(Locale.ROOT));
            if (code != null) {
                return code * Micros.ONE;
            }
            return DecimalText.isEndless(text) ? DecimalText.NOT_FINITE : UNKNOWN_CODE;
        }
        char last = text.charAt(text.length() - 1);
        if (last == '%' || last == '‰') {
            boolean own = point.unit().symbol().equals(String.valueOf(last));
            String figure = text.substring(0, text.length() - 1).strip();
            long bare = DecimalText.parse(figure, decimals);
            return own || bare == DecimalText.NOT_A_NUMBER ? bare : WRONG_UNIT;
        }
        return DecimalText.parse(text, decimals);
    }
}
