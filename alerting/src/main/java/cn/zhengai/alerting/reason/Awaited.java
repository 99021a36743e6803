package cn.zhengai.alerting.reason;

import cn.zhengai.alerting.silence.Due;
import cn.zhengai.alerting.silence.ExpectedBy;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Series;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What one version of the catalogue waits for, told series by series from its newest reading: whether another is expected,
 * when it is due, and if none is expected why.
 */
final class Awaited {
    private final Catalogue rules;
    private final ExpectedBy expectedBy;

    Awaited(Catalogue rules) {
        this.rules = rules;
        this.expectedBy = new ExpectedBy(rules.calendar(), rules.zone());
    }

    Catalogue rules() {
        return rules;
    }

    /** When the reading after this one is due; empty when the calendar does not reach so far, or nothing is expected. */
    Optional<Due> due(Logged newest) {
        return unexpected(newest).isPresent()
                ? Optional.empty()
                : rules.point(newest.reading().series().point())
                        .flatMap(point -> expectedBy.after(
                                point, Instant.ofEpochMilli(newest.reading().at())));
    }

    /** Why no further reading is expected at the time of a look, Chinese; empty when one is. */
    Optional<String> unexpected(Logged newest) {
        if (newest.head().history()) {
            return Optional.of("最后一个采集值是历史补录，不再等待");
        }
        String source = newest.head().source();
        SourceMapping mapping = rules.sources().get(source);
        Series series = newest.reading().series();
        if (mapping == null) {
            return Optional.of("目录里已没有来源“" + source + "”");
        }
        if (!mapping.points().isEmpty() && !mapping.points().contains(series.point())) {
            return Optional.of("来源“" + mapping.name() + "”不再报送这个质控点");
        }
        return ended(series);
    }

    private Optional<String> ended(Series series) {
        Optional<ControlPoint> point = rules.point(series.point());
        Optional<Subject> subject = rules.subject(series.subject());
        if (point.isEmpty() || !point.get().enabled()) {
            return Optional.of(point.isEmpty() ? "目录里已没有这个质控点" : "质控点已停用");
        }
        if (subject.isEmpty() || !point.get().appliesTo(subject.get())) {
            return Optional.of(subject.isEmpty() ? "目录里已没有这个诊改主体" : "质控点不再适用于这个主体");
        }
        return Optional.empty();
    }

    /** Does the series' subject exist on the day of a look? One that has ended owes nothing. */
    boolean alive(Series series, Instant look) {
        return rules.subject(series.subject())
                .filter(subject -> subject.life().on(LocalDate.ofInstant(look, rules.zone())))
                .isPresent();
    }

    /** {@code 每日采集，宽限 1 个上课日}. */
    String cadence(ControlPoint point) {
        var grace = point.supply().grace().orElse(ExpectedBy.standardGrace(point.cadence()));
        return point.cadence().chinese() + "采集，宽限 "
                + (grace.toDays() > 0
                        ? grace.toDays() + " 个上课日"
                        : grace.toHours() > 0 ? grace.toHours() + " 个上课小时" : grace.toMinutes() + " 分钟上课时间");
    }
}
