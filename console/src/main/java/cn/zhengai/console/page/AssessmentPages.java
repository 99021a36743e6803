package cn.zhengai.console.page;

import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.breakdown.DepartmentAssessment;
import cn.zhengai.assessment.breakdown.GoalResult;
import cn.zhengai.assessment.breakdown.ReadingEvidence;
import cn.zhengai.assessment.breakdown.TaskResult;
import cn.zhengai.assessment.grade.Grade;
import cn.zhengai.assessment.grade.Shown;
import cn.zhengai.assessment.rollup.SubjectFigure;
import cn.zhengai.core.measure.Fraction;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Models of the pages about achievement and grades. */
public final class AssessmentPages {
    private static final int LISTED = 50;

    private AssessmentPages() {}

    /**
     * How the departments stand in a cycle.
     *
     * @param assessment empty when the cycle was never assessed
     * @param rows best first, ungraded last
     */
    public record Standing(Optional<CollegeAssessment> assessment, List<Row> rows) {
        static Standing of(Optional<CollegeAssessment> assessment) {
            List<Row> rows = assessment.map(CollegeAssessment::departments).orElse(List.of()).stream()
                    .map(Row::new)
                    .sorted(Comparator.comparing(
                                    (Row r) -> r.department().achievement().orElse(Fraction.of(-1)))
                            .reversed())
                    .toList();
            return new Standing(assessment, rows);
        }

        public long count(Grade grade) {
            return rows.stream()
                    .filter(r -> r.department().grade().equals(Optional.of(grade)))
                    .count();
        }

        public List<Row> graded() {
            return rows.stream().filter(r -> r.department().grade().isPresent()).toList();
        }
    }

    /** One department. */
    public record Row(DepartmentAssessment department) {
        public String shown() {
            return department.achievement().map(a -> Shown.percent(a) + "%").orElse("—");
        }

        public String width() {
            return width(department.achievement());
        }

        public boolean unknowns() {
            return !department.unknownGoals().isEmpty();
        }

        static String width(Optional<Fraction> percent) {
            double value = percent.map(p -> p.cut(2).doubleValue()).orElse(0.0);
            return String.format(Locale.ROOT, "%.2f%%", Math.max(0, Math.min(100, value)));
        }
    }

    /** All departments of a cycle. */
    public record CyclePage(Frame frame, Standing standing, int computations) {}

    /** One department's goals. */
    public record UnitPage(Frame frame, CollegeAssessment assessment, Row row, List<GoalRow> goals) {}

    /**
     * One goal.
     *
     * @param hidden its subjects are persons and withheld
     * @param subjects those that do not meet first
     */
    public record GoalRow(GoalResult goal, boolean hidden, List<SubjectRow> subjects, int more) {
        static GoalRow of(GoalResult goal, boolean hidden) {
            String unit = goal.measured().map(m -> m.unit()).orElse("");
            List<SubjectFigure> all = goal.measured().map(m -> m.subjects()).orElse(List.of()).stream()
                    .sorted(Comparator.comparing(SubjectFigure::meets))
                    .toList();
            return new GoalRow(
                    goal,
                    hidden,
                    all.stream().limit(LISTED).map(s -> new SubjectRow(s, unit)).toList(),
                    Math.max(0, all.size() - LISTED));
        }

        public String shown() {
            return goal.achievement().map(a -> Shown.percent(a) + "%").orElse("无数据");
        }

        public String width() {
            return Row.width(goal.achievement());
        }

        public String weight() {
            return Shown.number(goal.weight());
        }

        public long done() {
            return goal.tasks().stream().filter(t -> t.standing().done()).count();
        }
    }

    /** One subject's part in a goal. */
    public record SubjectRow(SubjectFigure figure, String unit) {
        public String shown() {
            return figure.value()
                    .map(v -> cn.zhengai.core.measure.MeasureUnit.of(unit).show(Shown.brief(v)))
                    .orElse("无数据");
        }
    }

    /** The readings behind one subject's figure in a goal. */
    public record EvidencePage(
            Frame frame,
            String unit,
            String unitName,
            GoalResult goal,
            SubjectFigure figure,
            List<ReadingEvidence> readings) {
        /** The subject's own figure. */
        public String own() {
            return new SubjectRow(figure, goal.measured().map(m -> m.unit()).orElse("")).shown();
        }

        public String shown(ReadingEvidence reading) {
            return Shown.number(reading.value());
        }

        public String quotient(ReadingEvidence reading) {
            return reading.numerator()
                    .flatMap(n -> reading.denominator().map(d -> Shown.number(n) + " ÷ " + Shown.number(d)))
                    .orElse("—");
        }
    }

    /** {@code done}: what the style class of a task's standing is made of. */
    public static String icon(TaskResult.Standing standing) {
        return switch (standing) {
            case DONE -> "bi-check-circle-fill";
            case DONE_LATE -> "bi-check-circle";
            case OPEN -> "bi-circle";
            case OVERDUE -> "bi-exclamation-circle-fill";
        };
    }

    /** Sign of a grade, beside its word. */
    public static String icon(Grade grade) {
        return switch (grade) {
            case MET -> "bi-check-circle-fill";
            case BASICALLY_MET -> "bi-circle-half";
            case NOT_MET -> "bi-x-circle-fill";
        };
    }
}
