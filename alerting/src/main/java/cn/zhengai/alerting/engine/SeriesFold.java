package cn.zhengai.alerting.engine;

import cn.zhengai.alerting.rule.Rule;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.warning.SeriesState;
import cn.zhengai.core.warning.Warning;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One series while it is being evaluated: takes its readings in the order of the log and knows what they changed. The
 * result depends on the readings and their order alone, never on where one evaluation ended and the next began.
 */
public final class SeriesFold {
    private final Series series;
    private final Rule rule;
    private final Track track;
    private final SeriesWarnings warnings;
    private long newest;

    private SeriesFold(Series series, Rule rule, Track track, SeriesWarnings warnings, long newest) {
        this.series = series;
        this.rule = rule;
        this.track = track;
        this.warnings = warnings;
        this.newest = newest;
    }

    /**
     * Goes on from where it stood; good for readings newer than {@code newest} only.
     *
     * @param open the open warning, if any; {@code phase} holds its episode
     */
    public static SeriesFold goOn(Series series, Rule rule, Phase phase, Optional<Warning> open, long newest) {
        SeriesWarnings warnings = new SeriesWarnings(series, open.map(List::of).orElse(List.of()), id -> false);
        return new SeriesFold(series, rule, new Onward(rule, phase, newest), warnings, newest);
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
        Timeline timeline = new Timeline(rule, history);
        SeriesWarnings warnings = new SeriesWarnings(series, standing, taken);
        return new SeriesFold(series, rule, timeline, warnings, timeline.newest());
    }

    /** Takes the next reading of the log. */
    public void take(Logged logged) {
        boolean late = logged.reading().at() <= newest;
        newest = Math.max(newest, logged.reading().at());
        Track.Effect effect = track.add(logged);
        if (effect == Track.Effect.CHANGED
                || (effect == Track.Effect.SAME && !logged.head().history())) {
            boolean raises = rule.verdict(
                            logged.reading().position(), logged.reading().at())
                    .raises();
            warnings.align(track.episodes(), Cause.reading(logged, late, raises));
        }
    }

    /** Brings the warnings in line with the rule as it is now. */
    public void judgeAnew(Cause cause) {
        warnings.align(track.episodes(), cause);
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
        return track.phase();
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
        Phase phase = track.phase();
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
