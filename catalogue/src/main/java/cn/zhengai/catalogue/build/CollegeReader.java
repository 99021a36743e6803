package cn.zhengai.catalogue.build;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.node.Document;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.catalogue.reference.Nearest;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.catalogue.Level;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code college.yaml}. */
record CollegeReader(ValueReader values) {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    College read(Document document) {
        Mapping top = document.top();
        return new College(
                top.text("name").orElse(""),
                top.scalar("zone").map(this::zone).orElse(CHINA),
                leadOffices(top),
                document.entries().stream()
                        .flatMap(entry -> cycle(entry).stream())
                        .toList(),
                top);
    }

    private ZoneId zone(Scalar written) {
        try {
            return ZoneId.of(written.text().trim());
        } catch (DateTimeException unknown) {
            String meant = Nearest.suggestion(written.text(), ZoneId.getAvailableZoneIds());
            values.report(
                    written.place(),
                    Code.UNKNOWN_ZONE,
                    "没有时区“%s”%s；中国大陆请写 Asia/Shanghai。".formatted(written.text(), meant));
            return CHINA;
        }
    }

    private Map<Level, String> leadOffices(Mapping top) {
        Map<Level, String> offices = new EnumMap<>(Level.class);
        top.mapping("lead-offices")
                .ifPresent(written -> Arrays.stream(Level.values())
                        .forEach(level -> values.unit(written, level.name().toLowerCase(Locale.ROOT))
                                .ifPresent(unit -> offices.put(level, unit))));
        return offices;
    }

    private Optional<Declared<Cycle>> cycle(Mapping entry) {
        Optional<String> id = entry.text("id");
        Optional<Cycle.Kind> kind = values.word(entry, "kind", Cycle.Kind.class);
        Optional<LocalDate> from = values.date(entry, "from");
        Optional<LocalDate> to = values.date(entry, "to");
        if (id.isEmpty() || kind.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (to.get().isBefore(from.get())) {
            values.report(
                    entry.placeOf("to"),
                    Code.CYCLE_BACKWARDS,
                    "周期 %s 在开始（%s）之前就结束（%s）了；请核对 from 和 to。".formatted(id.get(), from.get(), to.get()));
            return Optional.empty();
        }
        String name = entry.text("name").orElse(id.get() + kind.get().chinese());
        return Optional.of(new Declared<>(
                new Cycle(id.get(), name, kind.get(), from.get(), to.get().plusDays(1)), entry));
    }
}
