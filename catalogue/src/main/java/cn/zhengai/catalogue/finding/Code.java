package cn.zhengai.catalogue.finding;

import static cn.zhengai.catalogue.finding.Finding.Severity.ERROR;
import static cn.zhengai.catalogue.finding.Finding.Severity.WARNING;

import cn.zhengai.catalogue.finding.Finding.Severity;
import java.util.Locale;

/** What can be wrong with a catalogue: one constant per check. */
public enum Code {
    // the folder and its files
    NOT_A_FOLDER(ERROR),
    EMPTY_FOLDER(ERROR),
    MISSING_FILE(ERROR),
    UNREADABLE(ERROR),
    /** A YAML file that is none of the catalogue's and is therefore not read. */
    UNEXPECTED_FILE(WARNING),
    /** Not UTF-8. */
    WRONG_ENCODING(ERROR),
    CONTROL_CHARACTER(ERROR),
    EMPTY_FILE(ERROR),
    YAML_SYNTAX(ERROR),
    YAML_TAB(ERROR),
    /** Anchors and aliases: an entry must say itself what it means. */
    YAML_ALIAS(ERROR),
    DUPLICATE_KEY(ERROR),

    // the schema of a file
    UNKNOWN_KEY(ERROR),
    MISSING_KEY(ERROR),
    WRONG_TYPE(ERROR),
    NOT_A_CHOICE(ERROR),
    WRONG_FORM(ERROR),
    OUT_OF_RANGE(ERROR),
    TOO_FEW(ERROR),

    // names
    DUPLICATE_ID(ERROR),
    /** An id, name or alias that means two units. */
    NAME_COLLISION(ERROR),
    /** Two control points of a level with one name. */
    DUPLICATE_NAME(WARNING),
    /** An alias of two subjects, or one that is the id of another. */
    ALIAS_COLLISION(ERROR),
    UNKNOWN_UNIT(ERROR),
    UNKNOWN_PARENT(ERROR),
    UNKNOWN_CYCLE(ERROR),
    UNKNOWN_POINT(ERROR),
    UNKNOWN_SUBJECT(ERROR),
    UNKNOWN_SOURCE(ERROR),
    /** No subject of the level carries the group; silent while the level has no subjects at all. */
    UNKNOWN_GROUP(WARNING),

    // college and organisation
    UNKNOWN_ZONE(ERROR),
    NO_LEAD_OFFICE(ERROR),
    BAD_DATE(ERROR),
    CYCLE_BACKWARDS(ERROR),
    CYCLES_OVERLAP(ERROR),

    // calendar
    /** A holiday, an exam period or a school day ends before it begins. */
    DAYS_BACKWARDS(ERROR),
    /** Two holidays that overlap in part, or one that stands twice; a public holiday within a vacation is sound. */
    HOLIDAYS_OVERLAP(WARNING),
    /** A holiday outside every cycle. */
    HOLIDAY_OUTSIDE(WARNING),
    /** A make-up day that changes nothing: an ordinary weekday of school, in a holiday, outside the terms, or twice. */
    MAKE_UP_USELESS(WARNING),

    NO_ROOT(ERROR),
    SEVERAL_ROOTS(ERROR),
    TREE_LOOP(ERROR),
    ROOT_NOT_COMMITTEE(WARNING),
    LIFE_BACKWARDS(ERROR),
    /** Takes over from itself, also over others. */
    SUCCESSION_LOOP(ERROR),
    /** Takes over what goes on without end, or from another level. */
    SUCCESSION_UNFIT(ERROR),
    /** Begins before what it takes over from has ended. */
    SUCCESSION_OVERLAP(WARNING),
    /** A unit or subject that outlives the unit it belongs to. */
    OUTLIVES_UNIT(ERROR),
    /** A goal of a unit that does not exist in the cycle. */
    GOAL_OUTSIDE_LIFE(ERROR),
    /** A unit that must be told about warnings has no address, nor has any unit above it. */
    NO_CONTACT(WARNING),

    // control points
    BAD_CONDITION(ERROR),
    LINES_CONTRADICT(ERROR),
    DIRECTION_DISAGREES(ERROR),
    UNKNOWN_MEASURE_UNIT(WARNING),
    UNIT_AND_CODES(ERROR),
    BAD_CODES(ERROR),
    NOT_A_RATIO(ERROR),
    /** Sums of percentages or codes, means of percentages. */
    ROLL_UP_UNFIT(WARNING),
    BAD_PATIENCE(ERROR),
    PATIENCE_TOO_LONG(WARNING),
    TARGET_IMPLAUSIBLE(ERROR),
    STANDARD_IMPLAUSIBLE(ERROR),
    NEVER_WARNS(WARNING),
    VERSION_TWICE(ERROR),
    OVERRIDE_SCOPE(ERROR),
    OVERRIDE_OTHER_LEVEL(ERROR),
    VETO_LOOSENED(ERROR),
    /** Red at once, yet the point waits before it raises. */
    VETO_WAITS(WARNING),

    // goals
    SCORING(ERROR),
    RATIO_UNFIT(ERROR),
    GOAL_UNMEASURABLE(ERROR),
    GOAL_POINT_DISABLED(ERROR),
    GOAL_WEIGHTS(WARNING),
    TASK_OUTSIDE_CYCLE(WARNING),
    TASK_EVIDENCE(WARNING),

    // sources
    TEMPLATE_BRACES(ERROR),
    MEASURE_FORM(ERROR),
    MEASURE_NOT_RATIO(ERROR),
    POINT_NOT_ALLOWED(ERROR),
    POINT_DISABLED(WARNING),
    /** The master of a point may not speak about it. */
    MASTER_NOT_ALLOWED(ERROR),
    BAD_TIME_FORMAT(ERROR),
    BAD_GLOB(ERROR),
    SAME_FILES(WARNING),
    UNKNOWN_CHARSET(ERROR),
    PULL_URL(ERROR),
    PULL_WRITES(ERROR),
    /** A named bind is missing, or nobody fills it. */
    PULL_BINDS(ERROR),
    PULL_ORDER(ERROR),
    PULL_TIMES(ERROR),
    PLAIN_PASSWORD(WARNING),
    /** A catalogue that watches nothing. */
    NO_POINTS(WARNING);

    private final Severity severity;

    Code(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    /** As printed: {@code lines-contradict}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
