package cn.zhengai.collector.mapping;

import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of one batch into readings and rejections. What is wrong with the row as a whole (subject, instant,
 * revision) is one rejection of the row; everything else is judged measure by measure. For one thread.
 */
public final class RowMapper {
    private static final long TOLERANCE = Duration.ofMinutes(10).toMillis();
    private static final long BAD_REVISION = -1;
    private static final int LONGEST_WHOLE = 18;

    private final MappingPlan plan;
    private final EnumMap<Level, Long> firstKept = new EnumMap<>(Level.class);
    private final Verdicts verdicts;
    private final InstantText instants;
    private final Sentences sentences;
    private final long latest;
    private String lastReason = "";
    private Optional<String> lastPlain = Optional.empty();

    RowMapper(MappingPlan plan, Instant now, Verdicts verdicts) {
        for (Level level : Level.values()) {
            plan.retention
                    .firstKept(level, now, plan.zone)
                    .ifPresent(first -> firstKept.put(level, first.toEpochMilli()));
        }
        this.plan = plan;
        this.verdicts = verdicts;
        this.latest = now.toEpochMilli() + TOLERANCE;
        this.instants = new InstantText(plan.timeFormat, plan.zone);
        this.sentences = new Sentences(plan);
    }

    /** Judges one row. */
    public void map(Row row) {
        String subject = plan.subject.fill(row);
        if (subject == null) {
            reject(row, Reason.NO_SUBJECT, sentences.noSubject());
            return;
        }
        long at = instant(row);
        if (at == InstantText.BAD) {
            return;
        }
        long revision = revision(row);
        if (revision == BAD_REVISION) {
            return;
        }
        for (MeasureRule measure : plan.measures) {
            Reading reading = measure(measure, row, subject, at);
            if (reading != null) {
                verdicts.accepted(revision == 0 ? reading : reading.revised(revision), reason(row));
            }
        }
    }

    /** Rows mostly say the same as the one before, or nothing. */
    private Optional<String> reason(Row row) {
        String text = plan.reason == null ? null : plan.reason.fill(row);
        if (text == null) {
            return Optional.empty();
        }
        if (!text.equals(lastReason)) {
            lastReason = text;
            lastPlain = ReasonText.plain(text);
        }
        return lastPlain;
    }

    private long instant(Row row) {
        long at = row.instant();
        if (at == Row.NO_INSTANT) {
            String text = Cells.text(row, plan.timeSlot);
            if (text == null) {
                return rejectInstant(row, Reason.NO_INSTANT, sentences.noInstant());
            }
            at = instants.millis(text);
            if (at == InstantText.BAD) {
                return rejectInstant(row, Reason.BAD_INSTANT, sentences.badInstant(text));
            }
        }
        if (at > latest) {
            return rejectInstant(row, Reason.IN_FUTURE, sentences.inFuture(at, latest - TOLERANCE));
        }
        return at >= plan.earliest ? at : rejectInstant(row, Reason.BAD_INSTANT, sentences.tooEarly(at));
    }

    private long rejectInstant(Row row, Reason reason, String detail) {
        reject(row, reason, detail);
        return InstantText.BAD;
    }

    private long revision(Row row) {
        String text = Cells.text(row, plan.revisionSlot);
        if (text == null) {
            return 0;
        }
        if (isWhole(text)) {
            return Long.parseLong(text);
        }
        reject(row, Reason.BAD_REVISION, sentences.badRevision(text));
        return BAD_REVISION;
    }

    private static boolean isWhole(String text) {
        return text.length() <= LONGEST_WHOLE && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private @Nullable Reading measure(MeasureRule measure, Row row, String subject, long at) {
        MeasureRule.Figures said = measure.figures(row);
        if (said.nothing() && measure.optional) {
            verdicts.empty(row.number());
            return null;
        }
        PointRule rule = rule(measure, row);
        if (rule == null) {
            return null;
        }
        if (at < firstKept.getOrDefault(rule.point().level(), Long.MIN_VALUE)) {
            return reject(row, Reason.BEYOND_RETENTION, sentences.beyondRetention(rule, at));
        }
        if (said.nothing()) {
            return reject(row, Reason.NO_VALUE, sentences.noValue(rule));
        }
        String unit = Cells.text(row, measure.unit);
        if (unit != null && !unit.equals(rule.point().unit().symbol())) {
            return reject(row, Reason.WRONG_UNIT, sentences.wrongUnit(rule, unit));
        }
        Series series = series(rule, subject, row, at);
        if (series == null) {
            return null;
        }
        String value = said.value();
        String numerator = said.numerator();
        String denominator = said.denominator();
        if (numerator != null && denominator != null && rule.mayBeQuotient()) {
            return quotient(rule, row, series, at, new Parts(numerator, denominator));
        }
        if (value == null || rule.mustBeQuotient()) {
            return noForm(rule, row, value, numerator != null && denominator != null);
        }
        return plain(rule, row, series, at, value);
    }

    private @Nullable Reading noForm(PointRule rule, Row row, @Nullable String value, boolean quotient) {
        return quotient && value == null
                ? reject(row, Reason.NO_VALUE, sentences.quotientNotTaken(rule))
                : reject(row, Reason.NO_DENOMINATOR, sentences.noDenominator(rule));
    }

    private @Nullable PointRule rule(MeasureRule measure, Row row) {
        PointRule rule = measure.constantRule;
        if (rule == null) {
            String id = measure.constantPoint != null ? measure.constantPoint : measure.point.fill(row);
            if (id == null) {
                reject(row, Reason.NO_POINT, sentences.noPoint(measure));
                return null;
            }
            rule = plan.rules.named(id);
            if (rule == null) {
                reject(row, Reason.UNKNOWN_POINT, sentences.unknownPoint(id));
                return null;
            }
        }
        if (!rule.allowed()) {
            reject(row, Reason.FORBIDDEN_POINT, sentences.forbidden(rule));
            return null;
        }
        if (!rule.point().enabled()) {
            reject(row, Reason.POINT_SWITCHED_OFF, sentences.switchedOff(rule));
            return null;
        }
        return rule;
    }

    private @Nullable Series series(PointRule rule, String text, Row row, long at) {
        Series known = rule.known(text);
        if (known != null) {
            return known;
        }
        Subject subject = plan.subjectNamed(text);
        if (subject == null) {
            reject(row, Reason.UNKNOWN_SUBJECT, sentences.unknownSubject(text));
            return null;
        }
        if (!rule.point().appliesTo(subject)) {
            reject(row, Reason.NOT_APPLICABLE, sentences.notApplicable(rule, subject));
            return null;
        }
        if (!subject.life().limited()) {
            return rule.admit(text, subject);
        }
        if (!subject.life().on(Instant.ofEpochMilli(at), plan.zone)) {
            reject(row, Reason.NOT_ALIVE, sentences.notAlive(subject, at));
            return null;
        }
        return rule.series(subject);
    }

    private @Nullable Reading plain(PointRule rule, Row row, Series series, long at, String text) {
        long micros = rule.value(text, plan.decimals);
        if (micros < DecimalText.LOWEST) {
            return rejectFigure(rule, row, micros, text);
        }
        return rule.plausible(Micros.position(micros, false))
                ? Reading.plain(series, at, micros, row.number())
                : reject(row, Reason.IMPLAUSIBLE, sentences.implausible(rule, text));
    }

    private @Nullable Reading quotient(PointRule rule, Row row, Series series, long at, Parts parts) {
        long numerator = DecimalText.parse(parts.numerator, plan.decimals);
        if (numerator < DecimalText.LOWEST) {
            return rejectFigure(rule, row, numerator, parts.numerator);
        }
        long denominator = DecimalText.parse(parts.denominator, plan.decimals);
        if (denominator < DecimalText.LOWEST) {
            return rejectFigure(rule, row, denominator, parts.denominator);
        }
        if (denominator <= 0) {
            return reject(row, Reason.BAD_DENOMINATOR, sentences.badDenominator(rule, parts.denominator));
        }
        try {
            int scale = rule.point().unit().scale();
            Reading reading = Reading.ratio(series, at, numerator, denominator, scale, row.number());
            return rule.plausible(reading.position())
                    ? reading
                    : reject(row, Reason.IMPLAUSIBLE, sentences.implausible(rule, parts.shown()));
        } catch (ArithmeticException tooLarge) {
            return reject(row, Reason.TOO_LARGE, sentences.tooLarge(parts.shown()));
        }
    }

    private @Nullable Reading rejectFigure(PointRule rule, Row row, long why, String text) {
        if (why == DecimalText.NOT_FINITE) {
            return reject(row, Reason.NOT_FINITE, sentences.notFinite(rule, text));
        }
        if (why == DecimalText.TOO_FINE) {
            return reject(row, Reason.TOO_FINE, sentences.tooFine(text));
        }
        if (why == DecimalText.TOO_LARGE) {
            return reject(row, Reason.TOO_LARGE, sentences.tooLarge(text));
        }
        return why == PointRule.WRONG_UNIT
                ? reject(row, Reason.WRONG_UNIT, sentences.wrongSign(rule, text))
                : reject(row, Reason.NOT_A_NUMBER, sentences.notANumber(rule, text));
    }

    private @Nullable Reading reject(Row row, Reason reason, String detail) {
        verdicts.rejected(row.number(), reason, detail);
        return null;
    }

    /** Both texts of a quotient. */
    private record Parts(String numerator, String denominator) {
        String shown() {
            return numerator + " ÷ " + denominator;
        }
    }
}
