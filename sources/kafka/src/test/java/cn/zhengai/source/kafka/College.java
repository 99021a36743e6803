package cn.zhengai.source.kafka;

import cn.zhengai.core.catalogue.Cadence;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Follow;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.OrgTree;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.RollUp;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Direction;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.measure.MeasureUnit;
import cn.zhengai.core.measure.ThreeLines;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Ten laboratories with one point, and a source that follows a topic. */
final class College {
    static final String POINT = "lab.use";

    private College() {}

    static Catalogue catalogue(SourceMapping source) {
        OrgUnit root =
                new OrgUnit("r", "院", OrgUnit.Kind.COMMITTEE, Optional.empty(), List.of(), Optional.empty(), List.of());
        return Catalogue.of(
                "院",
                ZoneId.of("Asia/Shanghai"),
                new OrgTree(List.of(root)),
                Map.of(),
                new Catalogue.Declared(
                        IntStream.range(0, 10)
                                .mapToObj(
                                        i -> new Subject("lab-" + i, "实训室" + i, Level.COURSE, "r", List.of(), Set.of()))
                                .toList(),
                        List.of(point()),
                        List.of(),
                        List.of(),
                        List.of(source)),
                "digest");
    }

    private static ControlPoint point() {
        ThreeLines lines = new ThreeLines(
                Condition.parse(">= 95", ">="), Condition.parse(">= 85", ">="), Condition.parse("< 75", "<"));
        return new ControlPoint(
                POINT,
                "使用率",
                Level.COURSE,
                MeasureUnit.of("分"),
                Direction.HIGHER_IS_BETTER,
                RollUp.MEAN,
                Cadence.DAILY,
                Fraction.ONE,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Watch.DEFAULT,
                List.of(new LinesVersion(LocalDate.parse("2020-01-01"), LinesVersion.Scope.ALL, lines)),
                true);
    }

    /** Columns of a Debezium record: {@code payload.after.lab}, {@code ... at} and {@code ... use}. */
    static SourceMapping nested(Follow follow) {
        return source(follow, "{payload.after.lab}", "payload.after.at", "payload.after.use");
    }

    static SourceMapping source(Follow follow, String subject, String time, String value) {
        return new SourceMapping(
                "labs",
                "实训平台",
                Optional.empty(),
                Set.of(),
                false,
                Optional.empty(),
                subject,
                new SourceMapping.Time(time, time.equals(Follow.TIME) ? "epoch-ms" : "epoch-s"),
                List.of(new SourceMapping.Measure(
                        POINT, Optional.of(value), Optional.empty(), Optional.empty(), Optional.empty(), false)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(follow));
    }
}
