package cn.zhengai.alerting.engine;

import cn.zhengai.core.warning.Severity;

/**
 * What the readings of one series say happened once: it went into warning and, perhaps, came back. A function of the
 * readings in force alone. Instants are epoch milliseconds.
 *
 * @param firstAt the first reading of the run that raised it
 * @param raisedAt the reading that raised it
 * @param raisedValue {@link cn.zhengai.core.measure.Micros#position} of that reading
 * @param severity gravest from the raising reading on
 * @param eased out of warning, not yet cleared
 * @param live a reading that is no history and raises stands in it, at or after {@code raisedAt}
 * @param clearedAt the reading that cleared it; {@link #OPEN} while none did
 */
public record Episode(
        long firstAt, long raisedAt, long raisedValue, Severity severity, boolean eased, boolean live, long clearedAt) {
    /** Not cleared; after every instant. */
    public static final long OPEN = Long.MAX_VALUE;

    public boolean open() {
        return clearedAt == OPEN;
    }

    /** Does the instant lie between the first reading of its run and the one that cleared it, both included? */
    boolean covers(long at) {
        return at >= firstAt && at <= clearedAt;
    }

    /** In warning again, or still. */
    Episode raisedAgain(Severity at, boolean byLive) {
        Severity gravest = at.compareTo(severity) > 0 ? at : severity;
        return gravest == severity && !eased && (live || !byLive)
                ? this
                : new Episode(firstAt, raisedAt, raisedValue, gravest, false, live || byLive, clearedAt);
    }

    /** Out of warning. */
    Episode easing() {
        return eased ? this : new Episode(firstAt, raisedAt, raisedValue, severity, true, live, clearedAt);
    }

    Episode cleared(long at) {
        return new Episode(firstAt, raisedAt, raisedValue, severity, true, live, at);
    }
}
