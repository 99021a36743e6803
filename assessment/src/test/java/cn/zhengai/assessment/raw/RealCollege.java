package cn.zhengai.assessment.raw;

import cn.zhengai.assessment.raw.RawCollege.RawGoal;
import cn.zhengai.assessment.raw.RawCollege.RawLines;
import cn.zhengai.assessment.raw.RawCollege.RawPoint;
import cn.zhengai.assessment.raw.RawCollege.RawReading;
import cn.zhengai.core.catalogue.Cadence;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.catalogue.Goal;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.OrgTree;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.RollUp;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Direction;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.measure.MeasureUnit;
import cn.zhengai.core.measure.ThreeLines;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.store.MemoryReadings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@link RawCollege} as the product sees it. */
public final class RealCollege {
    private RealCollege() {}

    public static Catalogue catalogue(RawCollege raw) {
        return catalogue(raw, "rules-1");
    }

    public static Catalogue catalogue(RawCollege raw, String digest) {
        OrgTree tree = new OrgTree(raw.units.stream()
                .map(u -> new OrgUnit(
                        u.id(),
                        "单位" + u.id(),
                        OrgUnit.Kind.valueOf(u.kind()),
                        u.parent().isEmpty() ? Optional.empty() : Optional.of(u.parent()),
                        List.of(),
                        Optional.empty(),
                        List.of()))
                .toList());
        List<Subject> subjects = raw.subjects.stream()
                .map(s -> new Subject(s.id(), "主体" + s.id(), Level.valueOf(s.level()), s.unit(), List.of(), s.groups()))
                .toList();
        Cycle cycle = new Cycle(RawCollege.CYCLE, "2026 年度", Cycle.Kind.YEAR, RawCollege.FROM, RawCollege.UNTIL);
        return Catalogue.of(
                "试验学院",
                RawCollege.ZONE,
                tree,
                Map.of(),
                new Catalogue.Declared(
                        subjects,
                        raw.points.stream().map(RealCollege::point).toList(),
                        List.of(cycle),
                        raw.goals.stream().map(g -> goal(raw, g)).toList(),
                        List.of()),
                digest);
    }

    private static ControlPoint point(RawPoint p) {
        String symbol = p.scale() == 100 ? "%" : p.scale() == 1000 ? "‰" : "分";
        Direction direction = p.higher() ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER;
        return new ControlPoint(
                p.id(),
                "质控点" + p.id(),
                Level.valueOf(p.level()),
                MeasureUnit.of(symbol),
                direction,
                RollUp.valueOf(p.rollUp()),
                Cadence.DAILY,
                Fraction.ONE,
                Optional.empty(),
                Optional.empty(),
                p.group().map(java.util.Set::of).orElse(java.util.Set.of()),
                Watch.DEFAULT,
                p.lines().stream().map(l -> lines(l, p.higher())).toList(),
                true);
    }

    private static LinesVersion lines(RawLines l, boolean higher) {
        String wanted = higher ? ">=" : "<=";
        return new LinesVersion(
                l.from(),
                new LinesVersion.Scope(LinesVersion.Scope.Kind.valueOf(l.scope()), l.id()),
                new ThreeLines(
                        Condition.comparison(wanted, l.target()),
                        Condition.comparison(wanted, l.standard()),
                        Condition.comparison(higher ? "<" : ">", l.warning())));
    }

    private static Goal goal(RawCollege raw, RawGoal g) {
        return new Goal(
                g.id(),
                "目标" + g.id(),
                RawCollege.CYCLE,
                g.unit(),
                Goal.TaskKind.KEY,
                Fraction.of(g.weightTop(), g.weightBottom()),
                scoring(raw, g));
    }

    private static Goal.Scoring scoring(RawCollege raw, RawGoal g) {
        return switch (g.kind()) {
            case "ratio" -> new Goal.Ratio(g.point(), Fraction.ofMicros(g.target()), Fraction.ofMicros(g.cap()));
            case "met" -> new Goal.Met(g.point(), g.wanted().map(w -> Condition.comparison(wanted(raw, g), w)));
            default ->
                new Goal.Tasks(g.tasks().stream()
                        .map(t ->
                                new Goal.Task("任务", t.due(), t.done(), t.done().map(d -> "证明")))
                        .toList());
        };
    }

    private static String wanted(RawCollege raw, RawGoal g) {
        boolean higher = raw.points.stream()
                .filter(p -> p.id().equals(g.point()))
                .findFirst()
                .orElseThrow()
                .higher();
        return higher ? ">=" : "<=";
    }

    /** The readings in their order, one batch each, so that each keeps its own time of knowledge. */
    public static MemoryReadings store(RawCollege raw) {
        SeriesIndex index = new SeriesIndex();
        MemoryReadings store = new MemoryReadings(index);
        List<Batch> batches = new ArrayList<>();
        for (RawReading r : raw.readings) {
            BatchHead head =
                    new BatchHead("batch-" + batches.size(), "source", Instant.ofEpochMilli(r.recordedAt()), false);
            batches.add(new Batch(head, List.of(reading(raw, index, r))));
        }
        store.append(batches);
        return store;
    }

    private static Reading reading(RawCollege raw, SeriesIndex index, RawReading r) {
        int scale = raw.points.stream()
                .filter(p -> p.id().equals(r.point()))
                .findFirst()
                .orElseThrow()
                .scale();
        var series = index.of(r.point(), r.subject());
        Reading reading = r.denominator() == 0
                ? Reading.plain(series, r.at(), r.numerator(), 7)
                : Reading.ratio(series, r.at(), r.numerator(), r.denominator(), scale, 7);
        return reading.revised(r.revision());
    }
}
