package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Calendar;
import cn.zhengai.catalogue.build.College;
import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.build.DeclaredPoint;
import cn.zhengai.catalogue.build.Draft;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.core.calendar.AcademicCalendar;
import cn.zhengai.core.calendar.DeclaredDays;
import cn.zhengai.core.calendar.Hours;
import cn.zhengai.core.catalogue.Cadence;
import cn.zhengai.core.catalogue.Cycle;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cadences against the calendar: data can only be expected on school days, within school hours, in a term. Where there are
 * none, silence would never be noticed.
 */
final class SchoolDayLint {
    private static final Map<Cadence, Duration> WITHIN_A_DAY =
            new EnumMap<>(Map.of(Cadence.REAL_TIME, Duration.ofMinutes(15), Cadence.HOURLY, Duration.ofHours(1)));

    private final Draft draft;
    private final Findings findings;

    SchoolDayLint(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    void check() {
        draft.calendar().ifPresent(this::hours);
    }

    /** Those that make sense only when every entry could be read. */
    void whole() {
        draft.college().ifPresent(college -> {
            terms(college);
            years(college);
        });
    }

    private void hours(Calendar calendar) {
        Hours hours = calendar.days().hours();
        Duration day = hours.length();
        Optional<DeclaredPoint> tooOften = draft.points().stream()
                .filter(point -> point.value().enabled())
                .filter(point -> Optional.ofNullable(
                                WITHIN_A_DAY.get(point.value().cadence()))
                        .filter(apart -> day.compareTo(apart) < 0)
                        .isPresent())
                .findFirst();
        tooOften.ifPresent(point -> findings.add(
                calendar.node().placeOf("hours"),
                Code.HOURS_TOO_SHORT,
                "上学时间只有 %s 分钟（%s 至 %s），%s%s采集一次，一天里等不到一次；请核对 hours，或改 cadence。"
                        .formatted(
                                day.toMinutes(),
                                hours.from(),
                                hours.until(),
                                point.title(),
                                point.value().cadence().chinese())));
    }

    private void terms(College college) {
        DeclaredDays days = draft.calendar().map(Calendar::days).orElse(DeclaredDays.STANDARD);
        Optional<DeclaredPoint> waiting = draft.points().stream()
                .filter(point -> point.value().enabled() && point.value().cadence() != Cadence.YEARLY)
                .findFirst();
        for (Declared<Cycle> term : college.cycles()) {
            Cycle cycle = term.value();
            if (cycle.kind() == Cycle.Kind.TERM
                    && waiting.isPresent()
                    && new AcademicCalendar(List.of(), days).schoolDaysBetween(cycle.from(), cycle.until()) == 0) {
                findings.add(
                        term.placeOf("from"),
                        Code.TERM_WITHOUT_SCHOOL_DAYS,
                        "学期“%s”（%s 至 %s）没有一个上课日，%s%s采集一次，却永远不会算作无数据；请核对学期日期和 calendar.yaml 的假期、weekdays。"
                                .formatted(
                                        cycle.name(),
                                        cycle.from(),
                                        cycle.until().minusDays(1),
                                        waiting.get().title(),
                                        waiting.get().value().cadence().chinese()));
            }
        }
    }

    private void years(College college) {
        List<Cycle> terms = college.cycles().stream()
                .map(Declared::value)
                .filter(cycle -> cycle.kind() == Cycle.Kind.TERM)
                .toList();
        Optional<Cycle> last = terms.stream().max((a, b) -> a.from().compareTo(b.from()));
        for (Declared<Cycle> year : college.cycles()) {
            Cycle cycle = year.value();
            boolean taught = terms.stream()
                    .anyMatch(t ->
                            t.from().isBefore(cycle.until()) && cycle.from().isBefore(t.until()));
            if (cycle.kind() != Cycle.Kind.TERM && last.isPresent() && !taught) {
                findings.add(
                        year.placeOf("from"),
                        Code.YEAR_WITHOUT_TERM,
                        "“%s”（%s 至 %s）之内没有学期（学期写到 %s），这一年没有上课日，断报也不会提醒；请在 college.yaml 里补上这一年的学期。"
                                .formatted(
                                        cycle.name(),
                                        cycle.from(),
                                        cycle.until().minusDays(1),
                                        last.get().until().minusDays(1)));
            }
        }
    }
}
