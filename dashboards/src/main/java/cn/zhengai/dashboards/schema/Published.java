package cn.zhengai.dashboards.schema;

import java.util.List;

/**
 * What is published for dashboards. Ids of units, points and of subjects that are no persons are tags; a person is
 * neither named nor numbered anywhere. What stands at time 0 is written over when it changes; {@code active} is false
 * once it is gone. {@code scope} is the way from the root down to the unit, {@code :zlw:hlxy:hl-jc:}, so that whoever looks for
 * {@code :hlxy:} finds a unit with all below it.
 */
public final class Published {
    /** Stands in place of a point: all points of the level. */
    public static final String ALL_POINTS = "all";

    /**
     * Time: 0. {@code label} is {@code name|id}, for variables; the numbers are those of the lines that hold for all; {@code units}
     * are those that have, in them or below, a subject the point applies to, {@code :zlw:hlxy:}.
     */
    public static final Measurement CONTROL_POINT = Measurement.of(
                    "control_point", "a control point and the lines in force today", "point", "level")
            .texts("label", "name", "units", "measure_unit", "suffix")
            .texts("target_text", "standard_text", "warning_text")
            .decimals("target", "standard", "warning")
            .truths("active");

    /** Time: 0. {@code levels} are those that have subjects in it or below, {@code :course:program:}. */
    public static final Measurement ORG_UNIT = Measurement.of("org_unit", "a unit of the organisation", "unit", "kind")
            .texts("label", "name", "scope", "levels")
            .truths("active");

    /** Time: 0. Of levels that are no persons. */
    public static final Measurement SUBJECT = Measurement.of(
                    "subject", "a subject that is no person", "subject", "level")
            .texts("label", "name", "scope", "unit_name", "department_name")
            .truths("active");

    /**
     * Time: the instant the reading speaks about. {@code band} is 4 on target to 1 in warning; the lines are those of that
     * instant; {@code _high} is the upper end where a line is a range.
     */
    public static final Measurement STANDING = Measurement.of(
                    "standing",
                    "a reading of a subject that is no person, with its band and lines",
                    "level",
                    "scope",
                    "point",
                    "point_name",
                    "subject",
                    "subject_name")
            .decimals("value", "target", "standard", "warning", "target_high", "standard_high", "warning_high")
            .wholes("band");

    /** Time: 0. The newest of {@link #STANDING}, with words; {@code at} is epoch milliseconds. */
    public static final Measurement SERIES_NOW = Measurement.of(
                    "series_now", "where a series stands now", "level", "point", "subject")
            .texts("label", "point_name", "subject_name", "scope", "department_name")
            .texts("value_text", "target_text", "standard_text", "warning_text", "link")
            .decimals("value")
            .wholes("band", "at")
            .truths("active");

    /**
     * Time: 0. Of the series of a point below a unit (the root or a department) the worst, {@code place} {@code 000} first;
     * {@code at} is epoch milliseconds. A list that became shorter keeps its places, no longer active.
     */
    public static final Measurement RANKING = Measurement.of(
                    "ranking", "the subjects that stand worst", "level", "unit", "point", "place")
            .texts("label", "subject", "subject_name", "department_name", "value_text", "standard_text", "link")
            .wholes("band", "at")
            .truths("active");

    /**
     * Time: start of the day. Over the subjects below a department, or all below the root unit. Numbers of persons as
     * {@link cn.zhengai.core.measure.ShownCounts} shows them: a field that may not be shown is absent.
     */
    public static final Measurement SHARE = Measurement.of(
                    "share",
                    "how many series of a point stand in which band",
                    "level",
                    "point",
                    "point_name",
                    "unit",
                    "unit_name",
                    "kind")
            .wholes("on_target", "on_standard", "below_standard", "in_warning", "met", "not_met", "unknown", "total")
            .decimals("share_met", "share_target", "share_met_last_year");

    /**
     * Time: when it was raised first, and a slot in nanoseconds from the number of its first fact, so that subjects
     * need be no tags: a table of the newest would have to open every series that was ever warned of. {@code severity} is 1
     * blue to 4 red; {@code open} is 1 or 0; {@code raised} as corrected.
     */
    public static final Measurement WARNING = Measurement.of(
                    "warning", "a warning that concerns no person", "level", "kind", "point")
            .texts(
                    "id",
                    "subject",
                    "point_name",
                    "subject_name",
                    "scope",
                    "department_name",
                    "status",
                    "kind_text",
                    "link")
            .wholes("severity", "open", "answered", "raised", "cleared")
            .decimals("hours");

    /** Time: what the step speaks about, and a slot in nanoseconds from its number. */
    public static final Measurement WARNING_FACT = Measurement.of(
                    "warning_fact", "a step in the life of a warning that concerns no person", "level", "step", "point")
            .texts("subject", "scope", "title", "text", "link")
            .wholes("severity", "number");

    /**
     * Time: start of the day. By department where no persons are concerned; of persons by the root unit alone, and not when
     * they are one to four.
     */
    public static final Measurement OPEN_WARNINGS = Measurement.of(
                    "open_warnings", "how many warnings are open", "level", "scope", "department", "department_name")
            .wholes("open", "red", "orange", "unanswered");

    /** Time: start of the day it was computed. {@code grade_rank} is 1 not met to 3 met, absent without a grade. */
    public static final Measurement ACHIEVEMENT = Measurement.of(
                    "achievement", "achievement and grade of a unit in a cycle", "cycle", "unit", "kind")
            .texts("name", "grade", "standing", "link")
            .decimals("achievement", "known_only", "last_year", "change")
            .wholes("grade_rank", "rank", "goals", "unknown_goals");

    /** Time: start of the day it was computed. */
    public static final Measurement GOAL = Measurement.of("goal", "a goal's achievement", "cycle", "unit", "goal")
            .texts("name", "unit_name", "task_kind", "link")
            .decimals("achievement", "weight", "loss");

    /** Time: start of a day of the cycle. Of the goals of tasks, where a curve is known: what is due by then. */
    public static final Measurement PACE = Measurement.of(
                    "pace", "tasks done beside tasks due, percent of all tasks", "cycle", "unit", "unit_name")
            .decimals("expected", "done", "behind");

    /** Time: when it was done. */
    public static final Measurement PUBLICATION =
            Measurement.of("publication", "one publication of results").wholes("points", "millis", "at");

    private Published() {}

    public static List<Measurement> all() {
        return List.of(
                CONTROL_POINT,
                ORG_UNIT,
                SUBJECT,
                STANDING,
                SERIES_NOW,
                RANKING,
                SHARE,
                WARNING,
                WARNING_FACT,
                OPEN_WARNINGS,
                ACHIEVEMENT,
                GOAL,
                PACE,
                PUBLICATION);
    }
}
