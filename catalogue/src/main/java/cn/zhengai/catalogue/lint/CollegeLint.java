package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.College;
import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.catalogue.Level;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A lead office for each level (Art. 3); cycles of a kind follow each other, of usual length. */
record CollegeLint(College college, Findings findings) {
    private static final long HOLIDAYS = 100;

    void check() {
        for (Level level : Level.values()) {
            String key = level.name().toLowerCase(Locale.ROOT);
            boolean written = college.node()
                    .mapping("lead-offices")
                    .filter(offices -> offices.has(key))
                    .isPresent();
            if (!written && college.node().has("lead-offices")) {
                findings.add(
                        college.node().placeOf("lead-offices"),
                        Code.NO_LEAD_OFFICE,
                        "%s层面没有牵头部门；请在 lead-offices 里写 %s: 单位编号。".formatted(level.chinese(), key));
            }
        }
        overlaps();
        lengths();
        names();
    }

    private void lengths() {
        for (Declared<Cycle> cycle : college.cycles()) {
            Cycle value = cycle.value();
            long days = ChronoUnit.DAYS.between(value.from(), value.until());
            boolean usual = switch (value.kind()) {
                case YEAR -> days >= 360 && days <= 370;
                case ACADEMIC_YEAR -> days >= 300 && days <= 380;
                case TERM -> days >= 45 && days <= 250;
            };
            if (!usual) {
                findings.add(
                        cycle.placeOf("to"),
                        Code.CYCLE_LENGTH,
                        "%s“%s”从 %s 到 %s 共 %s 天，不像一个%s；请核对日期或 kind。"
                                .formatted(
                                        value.kind().chinese(),
                                        value.name(),
                                        value.from(),
                                        value.until().minusDays(1),
                                        days,
                                        value.kind().chinese()));
            }
        }
    }

    private void names() {
        Map<String, Cycle> known = new HashMap<>();
        for (Declared<Cycle> cycle : college.cycles()) {
            Cycle first = known.putIfAbsent(Alike.key(cycle.value().name()), cycle.value());
            if (first != null && !first.id().equals(cycle.value().id())) {
                findings.add(
                        cycle.placeOf("name"),
                        Code.CYCLE_NAME_TWICE,
                        "周期 %s 和 %s 都叫“%s”，报表上分不开；请改一个名称。"
                                .formatted(
                                        first.id(),
                                        cycle.value().id(),
                                        cycle.value().name()));
            }
        }
    }

    private static long gap(Cycle before, Cycle after) {
        return ChronoUnit.DAYS.between(before.until(), after.from());
    }

    /** Holidays part terms; nothing parts years. */
    private static long allowed(Cycle.Kind kind) {
        return kind == Cycle.Kind.TERM ? HOLIDAYS : 0;
    }

    private void overlaps() {
        List<Declared<Cycle>> byDate = college.cycles().stream()
                .sorted(Comparator.comparing(cycle -> cycle.value().from()))
                .toList();
        Map<Cycle.Kind, Cycle> latest = new EnumMap<>(Cycle.Kind.class);
        for (Declared<Cycle> cycle : byDate) {
            Cycle before = latest.get(cycle.value().kind());
            if (before != null && cycle.value().from().isBefore(before.until())) {
                findings.add(
                        cycle.placeOf("from"),
                        Code.CYCLES_OVERLAP,
                        "%s“%s”从 %s 开始，而“%s”到 %s 才结束；同类周期不能重叠，请核对日期。"
                                .formatted(
                                        cycle.value().kind().chinese(),
                                        cycle.value().name(),
                                        cycle.value().from(),
                                        before.name(),
                                        before.until().minusDays(1)));
            }
            if (before != null
                    && gap(before, cycle.value()) > allowed(cycle.value().kind())) {
                findings.add(
                        cycle.placeOf("from"),
                        Code.CYCLE_GAP,
                        "%s“%s”到 %s 结束，“%s”从 %s 才开始，中间 %s 天（如 %s）不属于任何%s，这些天的采集值不会计入；请改日期或补上缺的周期。"
                                .formatted(
                                        cycle.value().kind().chinese(),
                                        before.name(),
                                        before.until().minusDays(1),
                                        cycle.value().name(),
                                        cycle.value().from(),
                                        gap(before, cycle.value()),
                                        before.until(),
                                        cycle.value().kind().chinese()));
            }
            if (before == null || before.until().isBefore(cycle.value().until())) {
                latest.put(cycle.value().kind(), cycle.value());
            }
        }
    }
}
