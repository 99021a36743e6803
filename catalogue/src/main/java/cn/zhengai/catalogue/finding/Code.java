package cn.zhengai.catalogue.finding;

import static cn.zhengai.catalogue.finding.Finding.Severity.ERROR;
import static cn.zhengai.catalogue.finding.Finding.Severity.WARNING;

import cn.zhengai.catalogue.finding.Finding.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be wrong with a catalogue: one constant per check. */
public enum Code {
    // the folder and its files
    NOT_A_FOLDER(ERROR),
    EMPTY_FOLDER(ERROR),
    MISSING_FILE(ERROR),
    UNREADABLE(ERROR),
    /** A YAML file, sheet or column that is none of the catalogue's and is therefore not read. */
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
    /** No point of the level speaks about the group; silent while the level has no points at all. */
    GROUP_UNUSED(WARNING),
    /** Two names that differ in full width, case or spaces only. */
    NAMES_ALIKE(WARNING),
    /** A character nobody sees: zero width, a byte order mark, a hard or wide space. */
    INVISIBLE_CHARACTER(WARNING),
    /** An alias of one subject that is the name of another. */
    ALIAS_IS_A_NAME(WARNING),
    /** An alias that stands twice, or is the entry's own name. */
    ALIAS_TWICE(WARNING),
    /** Two schools, programs or courses of one name in one unit. */
    SUBJECT_TWICE(WARNING),
    SUBJECT_IN_COMMITTEE(WARNING),

    // college and organisation
    UNKNOWN_ZONE(ERROR),
    NO_LEAD_OFFICE(ERROR),
    BAD_DATE(ERROR),
    CYCLE_BACKWARDS(ERROR),
    CYCLES_OVERLAP(ERROR),
    /** Days between two cycles of a kind that belong to neither. */
    CYCLE_GAP(WARNING),
    CYCLE_LENGTH(WARNING),
    CYCLE_NAME_TWICE(WARNING),
    /** No calendar or academic year, in which four of the five levels diagnose (Art. 5-9). */
    NO_YEARS(WARNING),
    /** Points read every term, and no term. */
    NO_TERMS(WARNING),
    LEAD_OFFICE_KIND(WARNING),

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
    CONTACT_TWICE(WARNING),
    /** A unit answers for something and has neither a head nor an address of its own. */
    OWNER_WITHOUT_ROLE(WARNING),
    OWNER_NOT_DEPARTMENT(WARNING),
    /** A department below a section. */
    KINDS_UPSIDE_DOWN(WARNING),
    /** A section or team that no graded department (Art. 11) stands above. */
    SECTION_OUTSIDE_DEPARTMENT(WARNING),

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
    VETO_NEVER_WARNS(ERROR),
    /** Points of one name on several levels with different units, directions or roll-ups. */
    TWO_DEFINITIONS(WARNING),
    LEVEL_WEIGHTS(WARNING),
    FRACTION_AS_PERCENT(WARNING),
    NEGATIVE_COUNT(WARNING),
    FRACTIONAL_COUNT(WARNING),
    /** {@code raise-at: standard} where nothing lies between standard and warning value. */
    RAISE_AT_IDLE(WARNING),
    SHARE_OF_ONE(WARNING),
    /** The best reading of the cycle stands for the cycle. */
    ROLL_UP_FLATTERS(WARNING),
    /** A duration shorter than the time between two readings. */
    PATIENCE_BETWEEN_READINGS(WARNING),
    CHANGES_NOTHING(WARNING),
    VERSION_BEFORE_START(WARNING),
    VERSION_FAR_OFF(WARNING),
    /** Two overrides of equal rank speak about one subject. */
    OVERRIDES_OVERLAP(WARNING),

    // goals
    SCORING(ERROR),
    RATIO_UNFIT(ERROR),
    GOAL_UNMEASURABLE(ERROR),
    GOAL_POINT_DISABLED(ERROR),
    GOAL_WEIGHTS(WARNING),
    TASK_OUTSIDE_CYCLE(WARNING),
    TASK_EVIDENCE(WARNING),
    TASK_TWICE(WARNING),
    GOAL_NAME_TWICE(WARNING),
    /** Two goals of a unit and cycle score one point in one way. */
    GOAL_COUNTED_TWICE(WARNING),
    GOAL_TARGET_IMPLAUSIBLE(WARNING),
    /** A goal that is reached by values in warning. */
    GOAL_IN_WARNING(WARNING),
    GOAL_CAP_LOW(WARNING),
    GOAL_OF_COMMITTEE(WARNING),
    /** A point read once a year in a goal of a term. */
    CADENCE_TOO_COARSE(WARNING),
    /** Something is read in the term, and no day of it is a school day. */
    TERM_WITHOUT_SCHOOL_DAYS(WARNING),
    /** Terms are declared, and none of them touches the year. */
    YEAR_WITHOUT_TERM(WARNING),
    /** School is over before the next reading is due. */
    HOURS_TOO_SHORT(WARNING),
    DEPARTMENT_WITHOUT_GOALS(WARNING),

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
    /** A sheet for files that are no workbooks. */
    SHEET_UNUSED(WARNING),
    /** The template's cell lies among the data. */
    SHEET_TEMPLATE(ERROR),
    /** What is skipped is everything, or nothing. */
    SHEET_SKIP(ERROR),
    SHEET_UNITS(WARNING),
    PULL_URL(ERROR),
    PULL_WRITES(ERROR),
    /** A named bind is missing, or nobody fills it. */
    PULL_BINDS(ERROR),
    PULL_ORDER(ERROR),
    PULL_TIMES(ERROR),
    PLAIN_PASSWORD(WARNING),
    /** Brokers that are not written as host and port. */
    FOLLOW_SERVERS(ERROR),
    /** Following what we write ourselves would never end. */
    FOLLOW_OWN_TOPIC(ERROR),
    /** Columns for what names them itself, none for what does not, or two of one name. */
    FOLLOW_COLUMNS(ERROR),
    /** A column is read that a line has not. */
    FOLLOW_NO_COLUMN(ERROR),
    /** A user without a password, or the other way round. */
    FOLLOW_LOGIN(ERROR),
    /** A setting of the client that is not written as one, or that is not the reader's to choose. */
    FOLLOW_SETTING(ERROR),
    /** A pattern that does not give back the day it was written from. */
    TIME_FORMAT_LOSES(ERROR),
    SOURCE_WITHOUT_OWNER(WARNING),
    POINT_WITHOUT_SOURCE(WARNING),
    /** Allowed to a source that never brings it. */
    POINT_NEVER_MEASURED(WARNING),
    /** One row says two values of one series. */
    MEASURE_TWICE(ERROR),
    /** One row, one subject, and points of two levels. */
    MEASURE_OTHER_LEVEL(ERROR),
    /** One column is read as two things. */
    SAME_COLUMN(ERROR),
    /** Rounding carries values over a line. */
    DECIMALS_TOO_COARSE(WARNING),
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

    /** By its label, however it is written: {@code LINES_CONTRADICT} too. */
    public static Optional<Code> of(String label) {
        String plain = label.trim().toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(values())
                .filter(code -> code.label().equals(plain))
                .findFirst();
    }

    /** All labels. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Code::label).toList();
    }
}
