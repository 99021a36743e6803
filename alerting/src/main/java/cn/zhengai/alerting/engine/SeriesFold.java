package cn.zhengai.alerting.engine;

import cn.zhengai.alerting.rule.Rule;
import cn.zhengai.alerting.rule.Verdict;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.warning.SeriesState;
import cn.zhengai.core.warning.Warning;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One series while it is being evaluated: takes its readings in the order of the log and knows what they changed. The
 * result depends on the readings and their order alone, never on where one evaluation ended and the next began.
 */
public final class SeriesFold {
    private final Series series;
    private final Rule rule;
    private final SeriesWarnings warnings;
    private final @Nullable Past past;
    private Fold fold;
    private long newest;

    private SeriesFold(Series series, Rule rule, SeriesWarnings warnings, @Nullable Past past, Fold fold) {
        this.series = series;
        this.rule = rule;
        this.warnings = warnings;
        this.past = past;
        this.fold = fold;
        this.newest = past == null ? Long.MIN_VALUE : past.newest();
    }

    /**
     * Goes on from where it stood; good for readings newer than {@code newest} only.
     *
     * @param open the open warning, if any; {@code phase} holds its episode
     */
    public static SeriesFold goOn(Series series, Rule rule, Phase phase, Optional<Warning> open, long newest) {
        SeriesWarnings warnings = new SeriesWarnings(series, open.map(List::of).orElse(List.of()), id -> false);
        SeriesFold fold = new SeriesFold(series, rule, warnings, null, new Fold(rule, phase));
        fold.newest = newest;
        return fold;
    }

    /**
     * Starts from everything ever logged of the series; good for readings of any instant.
     *
     * @param history by seq
     * @param standing its warnings that are not withdrawn, by raising instant
     * @param taken is there a warning of this id, perhaps withdrawn?
     */
    public static SeriesFold ofHistory(
            Series series, Rule rule, List<Logged> history, List<Warning> standing, Predicate<String> taken) {
        Past past = new Past(history);
        SeriesWarnings warnings = new SeriesWarnings(series, standing, taken);
        return new SeriesFold(series, rule, warnings, past, Fold.of(rule, past.inOrder()));
    }

    /** Takes the next reading of the log. */
    public void take(Logged logged) {
        boolean late = logged.reading().at() <= newest;
        if (past != null && !past.add(logged)) {
            return;
        }
        Verdict verdict = fold.verdict(logged);
        if (late) {
            fold = Fold.of(rule, demandPast().inOrder());
            warnings.align(fold.episodes(), Cause.reading(logged, true, verdict.raises()));
            return;
        }
        newest = logged.reading().at();
        boolean changed = fold.step(verdict, logged);
        if (changed || (verdict.raises() && !logged.head().history())) {
            warnings.align(fold.episodes(), Cause.reading(logged, false, verdict.raises()));
        }
    }

    private Past demandPast() {
        if (past == null) {
            throw new IllegalStateException("a late reading needs the history of " + series);
        }
        return past;
    }

    /** Brings the warnings in line with the rule as it is now. */
    public void judgeAnew(Cause cause) {
        warnings.align(fold.episodes(), cause);
    }

    /** What happened, in the order of its causes. */
    public List<Caused> facts() {
        return warnings.facts();
    }

    /** Warnings that are new or changed, each once, as they stand now. */
    public Collection<Warning> changed() {
        return warnings.changed();
    }

    public Series series() {
        return series;
    }

    public Phase phase() {
        return fold.phase();
    }

    /** Newest instant, epoch milliseconds. */
    public long newest() {
        return newest;
    }

    /** The open warning; empty when none. */
    public Optional<Warning> open() {
        return warnings.open();
    }

    /** What must be remembered of it. */
    public SeriesState state() {
        Phase phase = fold.phase();
        char sort = phase.run().count() == 0 ? '-' : phase instanceof Warned ? 'S' : 'W';
        return new SeriesState(
                series.point(),
                series.subject(),
                newest,
                sort,
                phase.run().first(),
                phase.run().count(),
                open().map(Warning::id).orElse(""));
    }
}
