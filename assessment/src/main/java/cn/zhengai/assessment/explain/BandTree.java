package cn.zhengai.assessment.explain;

import cn.zhengai.assessment.grade.Shown;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.evidence.Agreement;
import cn.zhengai.core.evidence.Explanation;
import cn.zhengai.core.evidence.Explanation.Kind;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.reading.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The band of one reading: which lines held on its day, and which comparison was the first to be true. Source: domain page,
 * section 2: warning, then target, then standard, else below standard.
 */
final class BandTree {
    private static final String SOURCE = "三值判定：先看预警值，再看目标值，再看标准值，取第一个成立的；都不成立为未达标";

    private final Catalogue catalogue;
    private final ControlPoint point;
    private final Subject subject;

    BandTree(Catalogue catalogue, ControlPoint point, Subject subject) {
        this.catalogue = catalogue;
        this.point = point;
        this.subject = subject;
    }

    private String label() {
        return subject.name() + " · " + point.name();
    }

    Explanation nothingRead(String when) {
        return Explanation.of(Kind.BAND, label() + " 状态", Band.UNKNOWN.chinese())
                .by(when + "没有采集值", "没有采集值就是无数据，既不算好也不算坏");
    }

    Explanation explain(SeriesStory.Moment moment, Cut cut) {
        Reading reading = moment.inForce().reading();
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(reading.at()), catalogue.zone());
        LinesVersion version = new LinesChoice(point, catalogue.tree(), day).of(subject);
        Fraction value = reading.value(point.unit().scale());
        Band band = band(version, value);
        Explanation node = Explanation.of(
                        Kind.BAND,
                        label() + " " + ReadingNodes.day(Instant.ofEpochMilli(reading.at()), catalogue.zone()) + " 状态",
                        band.chinese())
                .by(first(version, value), SOURCE)
                .remarking("采用 " + LinesChoice.named(version) + "（目录：质控点 " + point.id() + "）")
                .compared(Agreement.of(
                        band, judged(day, reading), judged(day, reading).chinese()));
        List<Explanation> parts = List.of(
                line("预警值", version.lines().warning(), value),
                line("目标值", version.lines().target(), value),
                line("标准值", version.lines().standard(), value),
                ReadingNodes.leaf(moment, point, catalogue.zone()));
        return cut.open() ? node.from(parts, 0) : node.from(List.of(), parts.size());
    }

    private static Band band(LinesVersion version, Fraction value) {
        if (Comparison.holds(version.lines().warning(), value)) {
            return Band.IN_WARNING;
        }
        if (Comparison.holds(version.lines().target(), value)) {
            return Band.ON_TARGET;
        }
        return Comparison.holds(version.lines().standard(), value) ? Band.ON_STANDARD : Band.BELOW_STANDARD;
    }

    private String first(LinesVersion version, Fraction value) {
        return switch (band(version, value)) {
            case IN_WARNING -> "预警值成立：" + shown(version.lines().warning(), value);
            case ON_TARGET -> "预警值不成立，目标值成立：" + shown(version.lines().target(), value);
            case ON_STANDARD -> "预警值、目标值不成立，标准值成立：" + shown(version.lines().standard(), value);
            default -> "预警值、目标值、标准值都不成立：" + point.unit().show(Shown.number(value));
        };
    }

    private String shown(Condition condition, Fraction value) {
        return point.unit().show(Shown.number(value)) + " " + Comparison.wanted(condition, point.unit());
    }

    private Explanation line(String name, Condition condition, Fraction value) {
        return Explanation.of(
                        Kind.LINE,
                        name + " " + Comparison.wanted(condition, point.unit()),
                        Comparison.holds(condition, value) ? "成立" : "不成立")
                .by(Comparison.sentence(condition, value, point.unit()), "");
    }

    /** As pages and warnings judge it. */
    private Band judged(LocalDate day, Reading reading) {
        List<LinesVersion> versions = point.linesFor(subject, catalogue.tree());
        LinesVersion held = versions.get(0);
        for (LinesVersion version : versions) {
            held = version.from().isAfter(day) ? held : version;
        }
        return held.lines().band(reading.position());
    }
}
