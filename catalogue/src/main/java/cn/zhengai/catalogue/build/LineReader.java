package cn.zhengai.catalogue.build;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Direction;
import cn.zhengai.core.measure.ThreeLines;
import java.util.Optional;

/**
 * Reads the lines of one point.
 *
 * @param title of the point, for sentences
 */
record LineReader(ValueReader values, Scale scale, String title) {

    /** One, two or three lines as one entry writes them; a line not written or not readable is empty. */
    record Lines(Optional<Condition> target, Optional<Condition> standard, Optional<Condition> warning) {
        Lines orElse(Lines earlier) {
            return new Lines(target.or(earlier::target), standard.or(earlier::standard), warning.or(earlier::warning));
        }
    }

    Lines lines(Mapping entry) {
        return new Lines(line(entry, Role.TARGET), line(entry, Role.STANDARD), line(entry, Role.WARNING));
    }

    Optional<Condition> line(Mapping entry, Role role) {
        return entry.scalar(role.key()).flatMap(written -> line(written, role));
    }

    private Optional<Condition> line(Scalar written, Role role) {
        try {
            Condition condition = scale.line(written.text(), role);
            return agrees(written, role, condition) ? Optional.of(condition) : Optional.empty();
        } catch (IllegalArgumentException wrong) {
            values.report(
                    written.place(),
                    Code.BAD_CONDITION,
                    "%s的%s“%s”读不懂：%s。".formatted(title, role.chinese(), written.text(), wrong.getMessage()));
            return Optional.empty();
        }
    }

    Optional<Condition> plausible(Mapping entry) {
        Optional<Scalar> written = entry.scalar("plausible");
        if (written.isEmpty()) {
            return scale.coded() ? Optional.of(scale.everyCode()) : Optional.empty();
        }
        try {
            return Optional.of(scale.plausible(written.get().text()));
        } catch (IllegalArgumentException wrong) {
            values.report(
                    written.get().place(),
                    Code.BAD_CONDITION,
                    "%s的合理范围“%s”读不懂：%s。".formatted(title, written.get().text(), wrong.getMessage()));
            return Optional.empty();
        }
    }

    private boolean agrees(Scalar written, Role role, Condition condition) {
        boolean low = condition.holds(scale.lowest());
        boolean high = condition.holds(scale.highest());
        boolean one = !low
                && !high
                && condition.bounds().get(0).equals(condition.bounds().get(1));
        boolean agrees = switch (scale.direction()) {
            case HIGHER_IS_BETTER -> one || (role == Role.WARNING ? low && !high : high && !low);
            case LOWER_IS_BETTER -> one || (role == Role.WARNING ? high && !low : low && !high);
            case WITHIN -> scale.coded() || role == Role.WARNING || !(low || high);
        };
        if (!agrees) {
            values.report(
                    written.place(),
                    Code.DIRECTION_DISAGREES,
                    "%s的方向是“%s”，%s却写成“%s”；%s。"
                            .formatted(title, scale.direction().chinese(), role.chinese(), condition, advice(role)));
        }
        return agrees;
    }

    private String advice(Role role) {
        if (scale.direction() == Direction.WITHIN) {
            return "请写成区间，如 14..16，或把 direction 改为 higher 或 lower";
        }
        String comparator = role == Role.WARNING
                ? scale.direction().warning()
                : scale.direction().wanted();
        return (scale.coded() ? "请换一个等级" : "请改用 " + comparator) + "，或改正 direction";
    }

    /** The three together; empty when one is not known or they contradict each other, which is reported at {@code entry}. */
    Optional<ThreeLines> together(Lines lines, Mapping entry) {
        if (lines.target().isEmpty()
                || lines.standard().isEmpty()
                || lines.warning().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ThreeLines(
                    lines.target().get(),
                    lines.standard().get(),
                    lines.warning().get()));
        } catch (ThreeLines.Contradiction contradiction) {
            report(contradiction, lines, entry);
            return Optional.empty();
        }
    }

    private void report(ThreeLines.Contradiction contradiction, Lines lines, Mapping entry) {
        String witness = scale.show(contradiction.witness());
        String standard = lines.standard().map(Condition::text).orElse("");
        boolean both = contradiction.why() == ThreeLines.Contradiction.Why.WARNING_AND_STANDARD;
        String sentence = both
                ? "%s的三条线互相矛盾：%s 既在预警值“%s”之内，又达到标准值“%s”；请让预警值与标准值不重叠。"
                        .formatted(
                                title,
                                witness,
                                lines.warning().map(Condition::text).orElse(""),
                                standard)
                : "%s的三条线互相矛盾：%s 达到目标值“%s”，却未达到标准值“%s”；目标值应当不低于标准值的要求。"
                        .formatted(
                                title,
                                witness,
                                lines.target().map(Condition::text).orElse(""),
                                standard);
        values.report(entry.placeOf(both ? Role.WARNING.key() : Role.TARGET.key()), Code.LINES_CONTRADICT, sentence);
    }
}
