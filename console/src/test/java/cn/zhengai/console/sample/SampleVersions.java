package cn.zhengai.console.sample;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.ThreeLines;
import cn.zhengai.core.version.CatalogueVersion;
import cn.zhengai.core.version.CatalogueVersion.Head;
import cn.zhengai.core.version.Editions;
import cn.zhengai.core.version.KeptEditions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sample's catalogue as it was before its last change: attendance wanted less. */
public final class SampleVersions {
    private SampleVersions() {}

    public static Editions of(Catalogue now) {
        Map<String, ControlPoint> points = new LinkedHashMap<>(now.points());
        points.computeIfPresent(
                "course.attendance",
                (id, p) -> p.with(List.of(new LinesVersion(
                        CatalogueVersion.ALWAYS,
                        LinesVersion.Scope.ALL,
                        new ThreeLines(
                                Condition.parse("95", ">="),
                                Condition.parse("90", ">="),
                                Condition.parse("80", "<"))))));
        Map<Integer, Catalogue> texts = Map.of(1, now.with(now.tree(), points), 2, now);
        List<Head> heads = List.of(
                new Head(1, "d1", CatalogueVersion.ALWAYS, Instant.parse("2025-02-01T00:00:00Z"), "王芳", "首次采用"),
                new Head(
                        2,
                        now.digest(),
                        LocalDate.parse("2026-01-01"),
                        Instant.parse("2025-12-20T00:00:00Z"),
                        "李主任",
                        "提高签到率目标"));
        return new KeptEditions(() -> heads, number -> texts.getOrDefault(number, now));
    }
}
