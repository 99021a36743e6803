package cn.zhengai.assessment.explain;

import cn.zhengai.assessment.breakdown.Measured;
import cn.zhengai.assessment.grade.Shown;
import cn.zhengai.assessment.rollup.Members;
import cn.zhengai.assessment.rollup.SubjectFigure;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.RollUp;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.evidence.Agreement;
import cn.zhengai.core.evidence.Explanation;
import cn.zhengai.core.evidence.Explanation.Kind;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.Summary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What points come to over units and subjects, as trees. Asks the store once for all sums; for one thread. */
final class FigureTree {
    private final Scene scene;
    private final ReadingStore store;
    private final Members members;
    private final Map<Series, Summary> sums = new HashMap<>();
    private final Map<Series, SeriesStory> stories = new HashMap<>();

    FigureTree(Scene scene, ReadingStore store) {
        this.scene = scene;
        this.store = store;
        this.members = Members.during(scene.cycle(), scene.catalogue());
    }

    /** A point over a unit: what is to be gathered before. */
    record Place(ControlPoint point, String unit) {}

    /** A figure with its tree. */
    record Figured(GroupSums sums, Explanation tree) {}

    /** Sums of all series of these, in one question. */
    void gather(Collection<Place> places) {
        List<Series> wanted = places.stream()
                .flatMap(place -> members.of(place.point, place.unit).stream()
                        .map(subject -> Series.named(place.point.id(), subject.id())))
                .distinct()
                .toList();
        if (!wanted.isEmpty()) {
            store.summariseSeries(
                    wanted,
                    scene.from(),
                    scene.until(),
                    scene.asOf().knowledge(),
                    summary -> sums.put(summary.series(), summary));
        }
    }

    /**
     * A point over a unit that was gathered.
     *
     * @param wanted what a subject has to meet; empty: its standard
     */
    Figured over(Place place, Optional<Condition> wanted, Optional<Measured> kept, Cut cut) {
        LinesChoice lines = new LinesChoice(place.point, scene.catalogue().tree(), scene.linesDay());
        List<Subject> subjects = members.of(place.point, place.unit);
        List<GroupSums.Part> parts = new ArrayList<>();
        for (Subject subject : subjects) {
            parts.add(part(place.point, lines.of(subject), sum(place.point, subject), wanted));
        }
        GroupSums group = GroupSums.of(place.point, parts);
        Explanation node = Explanation.of(Kind.FIGURE, label(place), shown(place.point, group.value()))
                .exactly(group.value())
                .by(
                        group.value().isEmpty() ? "没有可汇总的采集值" : group.formula(),
                        "目录：质控点 " + place.point.id() + " 按"
                                + place.point.rollUp().chinese() + "汇总")
                .remarking(counted(group, wanted))
                .remarking(scene.withholding().person(place.point.level()) ? "涉及个人，只计数，不列出" : "")
                .compared(kept.map(k -> Agreement.of(
                                group.value(),
                                k.figure().value(),
                                Shown.number(k.figure().value().orElse(Fraction.ZERO))))
                        .orElse(Agreement.NONE));
        if (scene.withholding().tooFew(place.point.level(), group)) {
            return new Figured(group, tooFew(place));
        }
        List<Explanation> listed = listed(place.point, subjects, kept, cut);
        return new Figured(group, node.from(listed, subjects.size() - listed.size()));
    }

    private static String counted(GroupSums group, Optional<Condition> wanted) {
        return "适用主体 " + group.applicable() + " 个，有数据 " + group.read() + " 个，达到"
                + wanted.map(Condition::text).orElse("标准值") + " " + group.met() + " 个"
                + (group.unfit() == 0 ? "" : "，采集值形式不符 " + group.unfit() + " 个");
    }

    private String label(Place place) {
        String unit =
                scene.catalogue().tree().unit(place.unit).map(OrgUnit::name).orElse(place.unit);
        return unit + " · " + place.point.name() + "（" + scene.cycle().name() + "）";
    }

    private List<Explanation> listed(ControlPoint point, List<Subject> subjects, Optional<Measured> kept, Cut cut) {
        if (!cut.open() || scene.withholding().person(point.level())) {
            return List.of();
        }
        Map<String, SubjectFigure> keptOnes = kept.map(Measured::subjects).orElse(List.of()).stream()
                .collect(Collectors.toMap(SubjectFigure::subject, Function.identity()));
        List<Subject> listed = subjects.stream().limit(cut.limit()).toList();
        if (cut.below().open()) {
            stories.putAll(SeriesStory.read(
                    store,
                    listed.stream().map(s -> Series.named(point.id(), s.id())).toList(),
                    scene.from(),
                    scene.until(),
                    scene.asOf().knowledge()));
        }
        return listed.stream()
                .map(s -> subject(point, s, Optional.ofNullable(keptOnes.get(s.id())), cut.below()))
                .toList();
    }

    private Explanation tooFew(Place place) {
        return Explanation.of(Kind.FIGURE, label(place), "不显示")
                .remarking(scene.withholding().sentence());
    }

    /** One subject, from its readings when they are listed and from the store's sums otherwise. */
    Explanation subject(ControlPoint point, Subject subject, Optional<SubjectFigure> kept, Cut cut) {
        Series series = Series.named(point.id(), subject.id());
        Optional<Summary> asked = Optional.ofNullable(sums.get(series));
        if (!cut.open()) {
            return subject(point, subject, asked, kept)
                    .from(List.of(), asked.map(Summary::count).orElse(0L));
        }
        SeriesStory story = stories.computeIfAbsent(
                series,
                one -> SeriesStory.read(
                        store, one, scene.from(), scene.until(), scene.asOf().knowledge()));
        Optional<Summary> own = story.sum();
        Explanation node = subject(point, subject, own, kept);
        if (asked.isPresent() && !asked.equals(own)) {
            node = node.compared(new Agreement(Agreement.State.DIFFERS, "采集值库求得的合计 " + asked.get()));
        }
        return ReadingNodes.under(node, story, point, scene.catalogue().zone(), cut);
    }

    private Explanation subject(
            ControlPoint point, Subject subject, Optional<Summary> summary, Optional<SubjectFigure> kept) {
        LinesVersion version = new LinesChoice(point, scene.catalogue().tree(), scene.linesDay()).of(subject);
        Optional<Derived> derived = summary.map(s -> Derived.of(point, s));
        Optional<Fraction> value = derived.flatMap(Derived::value);
        String standard = Comparison.wanted(version.lines().standard(), point.unit());
        return Explanation.of(Kind.SUBJECT, subject.name() + "（" + subject.id() + "）", ofSubject(point, value))
                .exactly(value)
                .by(
                        derived.map(Derived::formula).orElse("周期内没有采集值"),
                        "目录：" + point.rollUp().chinese() + "；标准值 " + standard + "（" + LinesChoice.named(version) + "）")
                .compared(kept.map(k -> Agreement.of(
                                value, k.value(), k.value().map(Shown::number).orElse("无数据")))
                        .orElse(Agreement.NONE));
    }

    private Optional<Summary> sum(ControlPoint point, Subject subject) {
        return Optional.ofNullable(sums.get(Series.named(point.id(), subject.id())));
    }

    private static GroupSums.Part part(
            ControlPoint point, LinesVersion version, Optional<Summary> summary, Optional<Condition> wanted) {
        Optional<Derived> derived = summary.map(s -> Derived.of(point, s));
        Condition condition = wanted.orElse(version.lines().standard());
        boolean meets = derived.flatMap(Derived::value)
                .map(value -> Comparison.holds(condition, value))
                .orElse(false);
        return new GroupSums.Part(derived, meets);
    }

    private static String ofSubject(ControlPoint point, Optional<Fraction> value) {
        return value.map(v -> point.unit().show(Shown.number(v))).orElse("无数据");
    }

    private static String shown(ControlPoint point, Optional<Fraction> value) {
        return point.rollUp() == RollUp.SHARE_MET
                ? value.map(v -> Shown.number(v) + "%").orElse("无数据")
                : ofSubject(point, value);
    }
}
