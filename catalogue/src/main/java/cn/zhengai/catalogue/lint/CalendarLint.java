package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Calendar;
import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.build.Draft;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.core.calendar.DaySpan;
import cn.zhengai.core.catalogue.Cycle;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holidays and make-up days that say something, and do not contradict each other. */
final class CalendarLint {
    private final Calendar calendar;
    private final Findings findings;
    private final List<Cycle> cycles;

    CalendarLint(Draft draft, Calendar calendar, Findings findings) {
        this.calendar = calendar;
        this.findings = findings;
        this.cycles = draft.college().stream()
                .flatMap(college -> college.cycles().stream())
                .map(Declared::value)
                .toList();
    }

    void check() {
        List<Declared<DaySpan>> holidays = calendar.holidays();
        for (int i = 0; i < holidays.size(); i++) {
            outside(holidays.get(i));
            for (Declared<DaySpan> other : holidays.subList(0, i)) {
                overlap(holidays.get(i), other.value());
            }
        }
        Set<LocalDate> seen = new HashSet<>();
        for (Scalar written : calendar.makeUpDays()) {
            date(written).ifPresent(day -> makeUp(written, day, !seen.add(day)));
        }
    }

    private void outside(Declared<DaySpan> holiday) {
        DaySpan days = holiday.value();
        boolean known = cycles.stream()
                .anyMatch(c -> days.from().isBefore(c.until()) && c.from().isBefore(days.until()));
        if (!known && !cycles.isEmpty()) {
            findings.add(
                    holiday.placeOf("from"),
                    Code.HOLIDAY_OUTSIDE,
                    "“%s”（%s）不在任何周期之内，不起作用；请核对年份，或在 college.yaml 里补上周期。".formatted(days.name(), days.from()));
        }
    }

    private void overlap(Declared<DaySpan> holiday, DaySpan other) {
        DaySpan days = holiday.value();
        boolean apart = !days.from().isBefore(other.until()) || !other.from().isBefore(days.until());
        boolean same = days.from().equals(other.from()) && days.until().equals(other.until());
        if (apart || (!same && (within(days, other) || within(other, days)))) {
            return;
        }
        findings.add(
                holiday.placeOf("from"),
                Code.HOLIDAYS_OVERLAP,
                "“%s”（%s 至 %s）与“%s”（%s 至 %s）%s；请核对日期。"
                        .formatted(
                                days.name(),
                                days.from(),
                                days.last(),
                                other.name(),
                                other.from(),
                                other.last(),
                                same ? "是同样的日子" : "部分重叠"));
    }

    private static boolean within(DaySpan inner, DaySpan outer) {
        return !inner.from().isBefore(outer.from()) && !inner.until().isAfter(outer.until());
    }

    private void makeUp(Scalar written, LocalDate day, boolean twice) {
        Optional<String> why = twice ? Optional.of("已经写过一次") : useless(day);
        why.ifPresent(reason -> findings.add(
                written.place(), Code.MAKE_UP_USELESS, "调休上课日 %s %s，这一项不起作用；请核对日期或删去。".formatted(day, reason)));
    }

    private Optional<String> useless(LocalDate day) {
        if (calendar.days().weekdays().contains(day.getDayOfWeek())) {
            return Optional.of("本来就是上课的工作日");
        }
        Optional<DaySpan> holiday =
                calendar.days().holidays().stream().filter(h -> h.covers(day)).findFirst();
        if (holiday.isPresent()) {
            return Optional.of("在假期“" + holiday.get().name() + "”之内");
        }
        List<Cycle> terms =
                cycles.stream().filter(c -> c.kind() == Cycle.Kind.TERM).toList();
        boolean inTerm = terms.stream().anyMatch(t -> !day.isBefore(t.from()) && day.isBefore(t.until()));
        return terms.isEmpty() || inTerm ? Optional.empty() : Optional.of("不在任何学期之内");
    }

    private static Optional<LocalDate> date(Scalar written) {
        try {
            return Optional.of(LocalDate.parse(written.text().trim()));
        } catch (DateTimeParseException reported) {
            return Optional.empty();
        }
    }
}
