package cn.zhengai.alerting.warner;

import cn.zhengai.alerting.engine.Phase;
import cn.zhengai.alerting.engine.Run;
import cn.zhengai.alerting.engine.Shape;
import cn.zhengai.alerting.engine.Warned;
import cn.zhengai.alerting.engine.Watching;
import cn.zhengai.alerting.rule.Rule;
import cn.zhengai.alerting.rule.RuleBook;
import cn.zhengai.alerting.rule.Verdict;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.warning.Severity;
import cn.zhengai.core.warning.Warning;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where every series stands, in plain arrays by {@link Series#number}: 34 bytes a series. Its one decision: does a
 * reading leave everything as it is? That answer allocates nothing. For one thread.
 */
final class SeriesTable {
    /** Was in warning once: has a state in the ledger. */
    private static final int WATCHED = 1;

    private static final int OPEN = 2;
    private static final int EASED = 4;
    private static final int TOLD = 8;
    /** Taken out for evaluation: every further reading goes there. */
    private static final int MOVING = 16;

    private static final int SEVERITY_SHIFT = 5;
    private static final int FIRST_SIZE = 1024;

    private final RuleBook book;
    private long[] newest = new long[0];
    /** No episode begins, is raised or ends after this instant, but for one that begins with the run. */
    private long[] eventful = new long[0];

    private long[] runFirst = new long[0];
    private int[] runCount = new int[0];
    private byte[] flags = new byte[0];
    private @Nullable Rule[] rules = new Rule[0];
    private boolean[] asked = new boolean[0];

    SeriesTable(RuleBook book, int expected) {
        this.book = book;
        grow(Math.max(FIRST_SIZE, expected));
    }

    private void grow(int size) {
        int before = newest.length;
        newest = Arrays.copyOf(newest, size);
        Arrays.fill(newest, before, size, Long.MIN_VALUE);
        eventful = Arrays.copyOf(eventful, size);
        runFirst = Arrays.copyOf(runFirst, size);
        runCount = Arrays.copyOf(runCount, size);
        flags = Arrays.copyOf(flags, size);
        rules = Arrays.copyOf(rules, size);
        asked = Arrays.copyOf(asked, size);
    }

    private int place(Series series) {
        int n = series.number();
        if (n >= newest.length) {
            grow(Math.max(n + 1, newest.length + newest.length / 2));
        }
        return n;
    }

    Optional<Rule> rule(Series series) {
        return Optional.ofNullable(ruleAt(place(series), series));
    }

    private @Nullable Rule ruleAt(int n, Series series) {
        if (!asked[n]) {
            rules[n] = book.rule(series).orElse(null);
            asked[n] = true;
        }
        return rules[n];
    }

    /** Is the reading not newer than the newest of its series? */
    boolean late(Reading reading) {
        int n = place(reading.series());
        return reading.at() <= newest[n];
    }

    /**
     * Does the reading change nothing but the newest instant of its series? Then that is noted here. Otherwise the series
     * is moving from now on, until {@link #put}.
     */
    boolean still(Reading reading, boolean history) {
        int n = place(reading.series());
        if ((flags[n] & MOVING) != 0) {
            return false;
        }
        Rule rule = ruleAt(n, reading.series());
        long at = reading.at();
        if (rule == null || unchanged(n, rule.verdict(reading.position(), at), at, history)) {
            newest[n] = Math.max(newest[n], at);
            return true;
        }
        flags[n] |= MOVING;
        return false;
    }

    /**
     * A late reading that does not raise can take warnings and runs away, never make one: where there are none, and never
     * were, it says nothing. Nor does it after the last that happened to its series; and there one more reading as grave as
     * the open warning is nothing new either.
     */
    private boolean unchanged(int n, Verdict verdict, long at, boolean history) {
        int f = flags[n];
        if (f == 0) {
            return !verdict.raises();
        }
        if (runCount[n] != 0) {
            return false;
        }
        return at <= newest[n] ? unchangedByLate(n, f, verdict, at) : unchangedByNext(f, verdict, history);
    }

    private boolean unchangedByLate(int n, int f, Verdict verdict, long at) {
        if (at <= eventful[n]) {
            return false;
        }
        if ((f & OPEN) == 0) {
            return !verdict.raises();
        }
        return verdict.raises()
                && (f & EASED) == 0
                && (f & TOLD) != 0
                && gravity(verdict.severity()) == f >> SEVERITY_SHIFT;
    }

    private static boolean unchangedByNext(int f, Verdict verdict, boolean history) {
        if ((f & OPEN) == 0) {
            return !verdict.raises();
        }
        if (verdict.raises()) {
            return (f & EASED) == 0
                    && ((f & TOLD) != 0 || history)
                    && gravity(verdict.severity()) <= f >> SEVERITY_SHIFT;
        }
        return verdict == Verdict.BETWEEN && (f & EASED) != 0;
    }

    /** As if it had never been read; its rule stays. */
    void forget(Series series) {
        int n = place(series);
        newest[n] = Long.MIN_VALUE;
        eventful[n] = 0;
        runFirst[n] = 0;
        runCount[n] = 0;
        flags[n] = 0;
    }

    /** Was it ever read? */
    boolean seen(Series series) {
        return newest(series) != Long.MIN_VALUE;
    }

    /** Newest instant, epoch milliseconds; {@link Long#MIN_VALUE} before the first reading. */
    long newest(Series series) {
        int n = place(series);
        return newest[n];
    }

    void noteNewest(Series series, long at) {
        int n = place(series);
        newest[n] = Math.max(newest[n], at);
    }

    /** Taken out for evaluation and not yet {@link #put} back? */
    boolean moving(Series series) {
        int n = place(series);
        return (flags[n] & MOVING) != 0;
    }

    boolean open(Series series) {
        int n = place(series);
        return (flags[n] & OPEN) != 0;
    }

    boolean watched(Series series) {
        int n = place(series);
        return (flags[n] & WATCHED) != 0;
    }

    /** Run of a series; see {@link Phase#run}. */
    Run run(Series series) {
        int n = place(series);
        return runCount[n] == 0 ? Run.NONE : new Run(runFirst[n], runCount[n]);
    }

    /** @param open the open warning of the series, when it has one */
    Phase phase(Series series, Optional<Warning> open) {
        Run run = run(series);
        return open.isPresent() ? new Warned(Shape.episode(open.get()), run) : new Watching(run);
    }

    /**
     * Notes where a series stands after an evaluation; it is no longer moving.
     *
     * @param at newest instant of the readings it rests on
     */
    void put(Series series, Run run, Optional<Warning> open, boolean watched, long at) {
        int n = place(series);
        newest[n] = Math.max(newest[n], at);
        eventful[n] = newest[n];
        runFirst[n] = run.first();
        runCount[n] = run.count();
        int f = watched ? WATCHED : 0;
        if (open.isPresent()) {
            Warning w = open.get();
            f |= OPEN;
            f |= w.status() == Warning.Status.EASED ? EASED : 0;
            f |= w.told() ? TOLD : 0;
            f |= gravity(w.severity()) << SEVERITY_SHIFT;
        }
        flags[n] = (byte) f;
    }

    private static int gravity(Severity severity) {
        return switch (severity) {
            case BLUE -> 0;
            case YELLOW -> 1;
            case ORANGE -> 2;
            case RED -> 3;
        };
    }
}
