package cn.zhengai.assessment.explain;

import cn.zhengai.assessment.AssessmentDesk;
import cn.zhengai.assessment.NotDeclaredException;
import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.breakdown.GoalResult;
import cn.zhengai.assessment.breakdown.Measured;
import cn.zhengai.assessment.rollup.AsOf;
import cn.zhengai.assessment.rollup.SubjectFigure;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.catalogue.Goal;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.evidence.Explanation;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.version.Edition;
import cn.zhengai.core.version.Editions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Where figures, goals, grades and bands are asked for their reasons. What has a kept result is explained with the rules
 * and the knowledge of that result and compared with it to the digit; a difference is an alarm in the tree. Safe for use by
 * many threads. Ids that the catalogue does not have are refused with {@link NotDeclaredException}, results whose rules are
 * gone with {@link UnexplainableException}.
 */
public final class ExplanationDesk {
    private final Supplier<Catalogue> catalogue;
    private final Editions editions;
    private final ReadingStore store;
    private final KeptResults results;
    private final InstantSource time;

    /**
     * @param catalogue by which readings are judged now, with the lines of earlier versions for their days
     * @param editions a kept result is explained with the one it was computed with
     */
    public ExplanationDesk(
            Supplier<Catalogue> catalogue,
            Editions editions,
            ReadingStore store,
            AssessmentDesk results,
            InstantSource time) {
        this.catalogue = catalogue;
        this.editions = editions;
        this.store = store;
        this.results = new KeptResults(results);
        this.time = time;
    }

    /** @param catalogue the only one there is; asked anew by each call */
    public ExplanationDesk(
            Supplier<Catalogue> catalogue, ReadingStore store, AssessmentDesk results, InstantSource time) {
        this(catalogue, Editions.only(catalogue), store, results, time);
    }

    /** The grade of a department, or the achievement of another unit that has goals; named by id, name or alias. */
    public Explanation grade(String unit, String cycle, Question question) {
        Scene scene = scene(cycle, question);
        OrgUnit declared = unit(scene.catalogue(), unit);
        List<Goal> goals = scene.catalogue().goalsOf(cycle).getOrDefault(declared.id(), List.of());
        if (goals.isEmpty()) {
            throw new NotDeclaredException("单位“" + declared.name() + "”在周期“" + cycle + "”没有目标，不评等级，没有可解释的");
        }
        FigureTree figures = new FigureTree(scene, store);
        GoalTree trees = new GoalTree(scene, figures);
        figures.gather(trees.places(goals));
        return new GradeTree(scene, trees)
                .explain(declared, goals, question.cut())
                .remarking(scene.ground());
    }

    /** The achievement of one goal of a unit. */
    public Explanation goal(String unit, String goal, String cycle, Question question) {
        Scene scene = scene(cycle, question);
        OrgUnit declared = unit(scene.catalogue(), unit);
        Goal wanted = scene.catalogue().goalsOf(cycle).getOrDefault(declared.id(), List.of()).stream()
                .filter(g -> g.id().equals(goal))
                .findFirst()
                .orElseThrow(() ->
                        new NotDeclaredException("单位“" + declared.name() + "”在周期“" + cycle + "”没有目标“" + goal + "”"));
        FigureTree figures = new FigureTree(scene, store);
        GoalTree trees = new GoalTree(scene, figures);
        figures.gather(trees.places(List.of(wanted)));
        return trees.explain(wanted, question.cut()).remarking(scene.ground());
    }

    /** What a point comes to in a cycle, over a unit or of one subject; a unit is looked for first. */
    public Explanation figure(String point, String over, String cycle, Question question) {
        Scene scene = scene(cycle, question);
        ControlPoint declared = point(scene.catalogue(), point);
        FigureTree figures = new FigureTree(scene, store);
        Optional<OrgUnit> unit = scene.catalogue().tree().named(over);
        if (unit.isPresent()) {
            FigureTree.Place place = new FigureTree.Place(declared, unit.get().id());
            figures.gather(List.of(place));
            return figures.over(
                            place,
                            Optional.empty(),
                            kept(scene, point, unit.get().id()),
                            question.cut())
                    .tree()
                    .remarking(scene.ground());
        }
        Subject subject = subject(scene.catalogue(), declared, over);
        Optional<SubjectFigure> kept = measured(scene)
                .filter(m -> m.point().equals(point))
                .flatMap(m -> m.subjects().stream())
                .filter(s -> s.subject().equals(subject.id()))
                .findFirst();
        return figures.subject(
                        declared,
                        subject,
                        kept,
                        new Cut(
                                Math.max(2, question.cut().depth()),
                                question.cut().limit()))
                .remarking(scene.ground());
    }

    /**
     * The band of a series as of an instant: of its newest reading that speaks about that instant or one before it.
     *
     * @param at empty: of its newest reading
     */
    public Explanation band(String point, String subject, Optional<Instant> at, Question question) {
        Catalogue rules = catalogue.get();
        ControlPoint declared = point(rules, point);
        Subject watched = subject(rules, declared, subject);
        Knowledge known = question.asOf().map(store::knownAt).orElseGet(store::known);
        long until = at.map(instant -> instant.toEpochMilli() + 1).orElse(Long.MAX_VALUE);
        SeriesStory story =
                SeriesStory.read(store, Series.named(declared.id(), watched.id()), Long.MIN_VALUE, until, known);
        BandTree tree = new BandTree(rules, declared, watched);
        Explanation node = story.moments().isEmpty()
                ? tree.nothingRead(at.isPresent() ? "到这一时间为止" : "")
                : tree.explain(story.moments().get(story.moments().size() - 1), question.cut());
        return node.remarking(known.chinese() + "；目录摘要 " + Scene.shortened(rules.digest()));
    }

    private static Optional<Measured> kept(Scene scene, String point, String unit) {
        return scene.kept().flatMap(k -> k.unit(unit)).stream()
                .flatMap(u -> u.goals().stream())
                .flatMap(g -> g.measured().stream())
                .filter(m -> m.point().equals(point))
                .findFirst();
    }

    private static Stream<Measured> measured(Scene scene) {
        return scene.kept().stream()
                .flatMap(k -> Stream.concat(k.departments().stream(), k.otherUnits().stream()))
                .flatMap(u -> u.goals().stream())
                .map(GoalResult::measured)
                .flatMap(Optional::stream);
    }

    private Scene scene(String cycle, Question question) {
        Optional<CollegeAssessment> kept = question.asOf().isPresent() ? Optional.empty() : results.newest(cycle);
        AsOf asOf = kept.map(this::asOf).orElseGet(() -> asOf(question));
        Edition rules = kept.map(k -> rulesOf(k, cycle)).orElseGet(() -> rulesOn(asOf.instant(), cycle));
        Cycle declared = rules.catalogue()
                .cycle(cycle)
                .orElseThrow(() -> new NotDeclaredException("诊改周期“" + cycle + "”未在目录中登记，已登记的有："
                        + String.join("、", rules.catalogue().cycles().keySet())));
        return new Scene(rules, declared, asOf, kept, question.withholding());
    }

    private Edition rulesOf(CollegeAssessment kept, String cycle) {
        return editions.ofDigest(kept.catalogueDigest())
                .filter(rules -> rules.catalogue().cycle(cycle).isPresent())
                .orElseThrow(() -> new UnexplainableException("周期“" + cycle + "”最近一次考核所用的那一版目录（摘要 "
                        + Scene.shortened(kept.catalogueDigest()) + "）没有保存，无法逐位核对。请先重新考核（zhengai assess " + cycle
                        + "），或指定截至时间，按适用的目录推算。"));
    }

    /** As an assessment of that moment would. */
    private Edition rulesOn(Instant instant, String cycle) {
        Edition then = editions.on(LocalDate.ofInstant(instant, ZoneOffset.UTC));
        return editions.ofCycle(
                        cycle, LocalDate.ofInstant(instant, then.catalogue().zone()))
                .orElse(then);
    }

    private AsOf asOf(CollegeAssessment kept) {
        return kept.knowledge().map(known -> new AsOf(kept.asOf(), known)).orElseGet(() -> AsOf.at(kept.asOf(), store));
    }

    private AsOf asOf(Question question) {
        Instant now = time.instant();
        return question.asOf()
                .filter(at -> !at.isAfter(now))
                .map(at -> AsOf.at(at, store))
                .orElseGet(() -> new AsOf(now, store.known()));
    }

    private static OrgUnit unit(Catalogue rules, String name) {
        return rules.tree().named(name).orElseThrow(() -> new NotDeclaredException("目录中没有单位“" + name + "”"));
    }

    private static ControlPoint point(Catalogue rules, String id) {
        return rules.point(id).orElseThrow(() -> new NotDeclaredException("目录中没有质控点“" + id + "”"));
    }

    private static Subject subject(Catalogue rules, ControlPoint point, String name) {
        Optional<Subject> found = rules.subject(name)
                .or(() -> Optional.ofNullable(rules.subjectsByAnyName().get(name)));
        return found.filter(point::appliesTo)
                .orElseThrow(() -> new NotDeclaredException(
                        found.isPresent()
                                ? "质控点“" + point.name() + "”不适用于“" + name + "”"
                                : "目录中没有单位或诊改主体“" + name + "”"));
    }
}
