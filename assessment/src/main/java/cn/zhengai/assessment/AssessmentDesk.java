package cn.zhengai.assessment;

import cn.zhengai.assessment.breakdown.AssessmentJson;
import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.breakdown.ReadingEvidence;
import cn.zhengai.assessment.rollup.AsOf;
import cn.zhengai.assessment.rollup.PointFigure;
import cn.zhengai.assessment.rollup.SubjectFigure;
import cn.zhengai.assessment.scoring.CollegeScoring;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.port.AssessmentLedger;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.version.Edition;
import cn.zhengai.core.version.Editions;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where assessments are asked for. Computing the same again gives the same digest; each computation is kept. Safe for use
 * by many threads. Ids that the catalogue does not have are refused with {@link NotDeclaredException}.
 */
public final class AssessmentDesk {
    private final Editions editions;
    private final ReadingStore store;
    private final AssessmentLedger ledger;
    private final InstantSource time;

    /** @param editions a cycle is computed with the one {@link Editions#ofCycle} names */
    public AssessmentDesk(Editions editions, ReadingStore store, AssessmentLedger ledger, InstantSource time) {
        this.editions = editions;
        this.store = store;
        this.ledger = ledger;
        this.time = time;
    }

    /** @param catalogue the only one there is; asked anew by each call */
    public AssessmentDesk(
            Supplier<Catalogue> catalogue, ReadingStore store, AssessmentLedger ledger, InstantSource time) {
        this(Editions.only(catalogue), store, ledger, time);
    }

    /** Assesses all departments with all that is known now and keeps the result. */
    public CollegeAssessment assess(String cycle) {
        return assess(cycle, asOfNow(), time.instant());
    }

    /**
     * Assesses all departments with what was known at an instant and keeps the result.
     *
     * @param asOf one in the future means now
     */
    public CollegeAssessment assess(String cycle, Instant asOf) {
        Instant now = time.instant();
        return assess(cycle, asOf.isAfter(now) ? asOfNow() : AsOf.at(asOf, store), now);
    }

    private CollegeAssessment assess(String cycle, AsOf asOf, Instant now) {
        Edition rules = rules(cycle, asOf.instant());
        CollegeAssessment result = new CollegeScoring(rules.catalogue(), store)
                .assess(declared(rules.catalogue(), cycle), asOf, now)
                .under(rules.head());
        ledger.keep(new AssessmentLedger.Kept(
                cycle, now, result.catalogueDigest(), result.digest(), AssessmentJson.text(result)));
        return result;
    }

    /** The one computed last; empty when the cycle was never assessed. */
    public Optional<CollegeAssessment> newest(String cycle) {
        return ledger.newest(cycle).map(AssessmentDesk::read);
    }

    /** All computations of a cycle, newest first, without their documents. */
    public List<AssessmentLedger.Kept> history(String cycle) {
        return ledger.history(cycle);
    }

    private static CollegeAssessment read(AssessmentLedger.Kept kept) {
        try {
            return AssessmentJson.parse(kept.document());
        } catch (JsonProcessingException unreadable) {
            throw new PortException(
                    Trouble.CORRUPT,
                    "周期 " + kept.cycle() + " 于 " + kept.computedAt() + " 保存的考核结果无法读取，请重新执行考核",
                    unreadable);
        }
    }

    /**
     * Every subject's part in a goal, also beyond those listed in the result: from the store as of the newest
     * assessment and by its rules, or as of now and by the rules of the cycle when there is none.
     */
    public List<SubjectFigure> subjects(String cycle, String unit, String goal) {
        return explaining(cycle).subjects(unit, goal);
    }

    /** The readings a subject's figure in a goal rests on, by instant; knowledge and rules as in {@link #subjects}. */
    public List<ReadingEvidence> readings(String cycle, String unit, String goal, String subject) {
        return explaining(cycle).readings(unit, goal, subject);
    }

    private Explaining explaining(String cycle) {
        Optional<CollegeAssessment> newest = newest(cycle);
        AsOf asOf = newest.map(this::asOf).orElseGet(this::asOfNow);
        Catalogue rules = newest.flatMap(kept -> editions.ofDigest(kept.catalogueDigest()))
                .map(Edition::catalogue)
                .filter(kept -> kept.cycle(cycle).isPresent())
                .orElseGet(() -> rules(cycle, asOf.instant()).catalogue());
        return new Explaining(rules, store, declared(rules, cycle), asOf);
    }

    /** The points of a level that are in use, over the whole level, as known now; in declared order. */
    public List<PointFigure> figures(Level level, String cycle) {
        Catalogue rules = rules(cycle, time.instant()).catalogue();
        return new Explaining(rules, store, declared(rules, cycle), asOfNow()).points(level);
    }

    private AsOf asOfNow() {
        return new AsOf(time.instant(), store.known());
    }

    private AsOf asOf(CollegeAssessment kept) {
        return kept.knowledge().map(known -> new AsOf(kept.asOf(), known)).orElseGet(() -> AsOf.at(kept.asOf(), store));
    }

    /** Of the cycle, on the day of {@code asOf} where it still runs then. */
    private Edition rules(String cycle, Instant asOf) {
        Edition then = editions.on(LocalDate.ofInstant(asOf, ZoneOffset.UTC));
        return editions.ofCycle(
                        cycle, LocalDate.ofInstant(asOf, then.catalogue().zone()))
                .orElse(then);
    }

    private static Cycle declared(Catalogue rules, String cycle) {
        return rules.cycle(cycle)
                .orElseThrow(() -> new NotDeclaredException("诊改周期“" + cycle + "”未在目录中登记，已登记的有："
                        + String.join("、", rules.cycles().keySet())));
    }
}
