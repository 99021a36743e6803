package cn.zhengai.catalogue.build;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.node.Document;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.core.calendar.DaySpan;
import cn.zhengai.core.calendar.DeclaredDays;
import cn.zhengai.core.calendar.Hours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code calendar.yaml}. */
record CalendarReader(ValueReader values) {
    private static final String END_OF_DAY = "24:00";

    Calendar read(Document document) {
        Mapping top = document.top();
        List<Declared<DaySpan>> holidays = spans(top, "holidays");
        List<Scalar> makeUps = top.scalars("make-up-days");
        Set<LocalDate> makeUpDays = makeUps.stream()
                .flatMap(written -> values.date(written).stream())
                .collect(Collectors.toUnmodifiableSet());
        DeclaredDays days = new DeclaredDays(
                weekdays(top),
                holidays.stream().map(Declared::value).toList(),
                makeUpDays,
                spans(top, "exams").stream().map(Declared::value).toList(),
                top.mapping("hours").flatMap(this::hours).orElse(Hours.STANDARD));
        return new Calendar(days, holidays, makeUps, top);
    }

    private static Set<DayOfWeek> weekdays(Mapping top) {
        Set<DayOfWeek> written = top.texts("weekdays").stream()
                .flatMap(word -> Stream.of(DayOfWeek.values())
                        .filter(d -> d.name()
                                .toLowerCase(Locale.ROOT)
                                .substring(0, 3)
                                .equals(word)))
                .collect(Collectors.toUnmodifiableSet());
        return written.isEmpty() ? DeclaredDays.STANDARD.weekdays() : written;
    }

    private List<Declared<DaySpan>> spans(Mapping top, String key) {
        return top.mappings(key).stream().flatMap(entry -> span(entry).stream()).toList();
    }

    private Optional<Declared<DaySpan>> span(Mapping entry) {
        Optional<String> name = entry.text("name");
        Optional<LocalDate> from = values.date(entry, "from");
        Optional<LocalDate> to = entry.has("to") ? values.date(entry, "to") : from;
        if (name.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (to.get().isBefore(from.get())) {
            values.report(
                    entry.placeOf("to"),
                    Code.DAYS_BACKWARDS,
                    "“%s”在开始（%s）之前就结束（%s）了；请核对 from 和 to。".formatted(name.get(), from.get(), to.get()));
            return Optional.empty();
        }
        return Optional.of(
                new Declared<>(new DaySpan(name.get(), from.get(), to.get().plusDays(1)), entry));
    }

    private Optional<Hours> hours(Mapping entry) {
        Optional<LocalTime> from = entry.scalar("from").flatMap(this::time);
        boolean allDay = entry.text("to").filter(END_OF_DAY::equals).isPresent();
        Optional<LocalTime> to =
                allDay ? Optional.of(LocalTime.MIDNIGHT) : entry.scalar("to").flatMap(this::time);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (!allDay && !from.get().isBefore(to.get())) {
            values.report(
                    entry.placeOf("to"),
                    Code.DAYS_BACKWARDS,
                    "上学时间在开始（%s）之前就结束（%s）了；请核对 from 和 to。".formatted(from.get(), to.get()));
            return Optional.empty();
        }
        return Optional.of(new Hours(from.get(), to.get()));
    }

    private Optional<LocalTime> time(Scalar written) {
        try {
            return Optional.of(LocalTime.parse(written.text().trim()));
        } catch (DateTimeParseException wrong) {
            if (written.text().matches("\\d{2}:\\d{2}")) {
                values.report(written.place(), Code.BAD_DATE, "没有 %s 这个时刻；请写成 08:00 这样的时刻。".formatted(written.text()));
            }
            return Optional.empty();
        }
    }
}
