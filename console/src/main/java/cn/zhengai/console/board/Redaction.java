package cn.zhengai.console.board;

import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.breakdown.DepartmentAssessment;
import cn.zhengai.assessment.breakdown.GoalResult;
import cn.zhengai.assessment.breakdown.Measured;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import java.util.List;
import java.util.Optional;

/**
 * An assessment without what is said of single persons: the list of subjects goes, figures over fewer than five go. A
 * goal's achievement stays, for the grade is made of it. The digest stays that of the whole document.
 */
public final class Redaction {
    private static final String TOO_FEW = "涉及人数不足 " + Discretion.SMALLEST_GROUP + " 人，数值不显示";

    private final Catalogue catalogue;
    private final Discretion discretion;

    public Redaction(Catalogue catalogue, Discretion discretion) {
        this.catalogue = catalogue;
        this.discretion = discretion;
    }

    public CollegeAssessment of(CollegeAssessment whole) {
        return new CollegeAssessment(
                whole.college(),
                whole.cycle(),
                whole.zone(),
                whole.asOf(),
                whole.knowledge(),
                whole.computedAt(),
                whole.catalogueDigest(),
                whole.version(),
                whole.digest(),
                whole.departments().stream().map(this::of).toList(),
                whole.otherUnits().stream().map(this::of).toList());
    }

    private DepartmentAssessment of(DepartmentAssessment whole) {
        return new DepartmentAssessment(
                whole.unit(),
                whole.name(),
                whole.kind(),
                whole.achievement(),
                whole.achievementKnownOnly(),
                whole.grade(),
                whole.formula(),
                whole.goals().stream().map(this::of).toList());
    }

    private GoalResult of(GoalResult whole) {
        Optional<Measured> measured = whole.measured();
        if (measured.isEmpty() || !discretion.hides(catalogue, measured.get().point())) {
            return whole;
        }
        int persons = measured.get().figure().applicable();
        int read = measured.get().figure().read();
        Level level =
                catalogue.point(measured.get().point()).map(ControlPoint::level).orElse(Level.STUDENT);
        boolean tooFew = discretion.tooFew(level, persons) || discretion.tooFew(level, read);
        return tooFew ? without(whole) : with(whole, measured.get());
    }

    private static GoalResult with(GoalResult whole, Measured measured) {
        Measured counted = new Measured(
                measured.point(),
                measured.pointName(),
                measured.unit(),
                measured.rollUp(),
                measured.wanted(),
                measured.figure(),
                List.of());
        return new GoalResult(
                whole.goal(),
                whole.name(),
                whole.taskKind(),
                whole.scoring(),
                whole.weight(),
                whole.achievement(),
                whole.unknown(),
                whole.actual(),
                whole.target(),
                whole.formula(),
                Optional.of(counted),
                whole.tasks());
    }

    private static GoalResult without(GoalResult whole) {
        return new GoalResult(
                whole.goal(),
                whole.name(),
                whole.taskKind(),
                whole.scoring(),
                whole.weight(),
                whole.achievement(),
                whole.unknown(),
                Optional.empty(),
                Optional.empty(),
                TOO_FEW,
                Optional.empty(),
                whole.tasks());
    }
}
