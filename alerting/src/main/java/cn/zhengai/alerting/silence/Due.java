package cn.zhengai.alerting.silence;

import java.time.Instant;

/**
 * The reading a series owes next.
 *
 * @param from the first instant it may speak about: the beginning of the period that lacks it
 * @param by when it is overdue
 */
public record Due(Instant from, Instant by) {
    public boolean overdue(Instant now) {
        return !now.isBefore(by);
    }
}
