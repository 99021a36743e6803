package cn.zhengai.alerting.engine;

import cn.zhengai.core.reading.Series;
import cn.zhengai.core.warning.SeriesState;
import cn.zhengai.core.warning.Warning;
import java.util.Collection;
import java.util.List;

/** A series that has no rule any more: what is open is withdrawn, what was cleared stays as it is. */
public final class Abandoned {
    /** {@link SeriesState#run} of such a series. */
    public static final char GIVEN_UP = 'X';

    private final Series series;
    private final long newest;
    private final SeriesWarnings warnings;

    /**
     * @param standing its warnings that are not withdrawn
     * @param newest newest instant read, epoch milliseconds
     */
    public Abandoned(Series series, List<Warning> standing, long newest, Cause cause) {
        this.series = series;
        this.newest = newest;
        this.warnings = new SeriesWarnings(series, standing, id -> false);
        warnings.abandon(cause);
    }

    /** What happened. */
    public List<Caused> facts() {
        return warnings.facts();
    }

    public Collection<Warning> changed() {
        return warnings.changed();
    }

    public SeriesState state() {
        return new SeriesState(series.point(), series.subject(), newest, GIVEN_UP, 0, 0, "");
    }
}
