package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.College;
import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.catalogue.Level;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A lead office for each level (Art. 3); cycles of a kind do not overlap. */
record CollegeLint(College college, Findings findings) {

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
            if (before == null || before.until().isBefore(cycle.value().until())) {
                latest.put(cycle.value().kind(), cycle.value());
            }
        }
    }
}
