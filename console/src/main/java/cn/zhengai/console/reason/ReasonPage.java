package cn.zhengai.console.reason;

import cn.zhengai.console.page.Frame;
import cn.zhengai.core.evidence.Evidence;
import cn.zhengai.core.evidence.Explanation;
import cn.zhengai.core.measure.Fraction;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One answer and its reasons.
 *
 * @param path of this page; with {@code /api/v1} in front the same for programs
 */
public record ReasonPage(Frame frame, Explanation root, String path) {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** Somewhere below, what was kept is not what was derived. */
    public boolean alarming() {
        return !root.alarms().isEmpty();
    }

    /** Address of the same with everything listed that the page can take. */
    public String more() {
        return path + "?depth=9&limit=200";
    }

    /** Where a value came from. */
    public String origin(Evidence e) {
        return e.source() + " · 批次 " + e.batch() + " 第 " + e.row() + " 行 · 收到于 "
                + SECOND.format(e.recordedAt().atZone(frame.times().zone())) + " · 采集记录第 " + e.seq() + " 条"
                + (e.history() ? " · 历史数据" : "") + (e.revision() == 0 ? "" : " · 更正号 " + e.revision())
                + e.reason().map(why -> " · 更正原因：" + why).orElse("");
    }

    /** {@code 47 ÷ 50}; empty for a plain value. */
    public String quotient(Evidence e) {
        return e.numerator()
                .flatMap(top -> e.denominator().map(bottom -> plain(top) + " ÷ " + plain(bottom)))
                .orElse("");
    }

    public String plain(Fraction value) {
        return cn.zhengai.assessment.grade.Shown.number(value);
    }
}
