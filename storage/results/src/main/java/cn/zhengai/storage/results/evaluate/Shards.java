package cn.zhengai.storage.results.evaluate;

import java.util.concurrent.TimeUnit;

/**
 * Stretches of time that InfluxDB keeps apart, of 364 days, as docs/influxdb.md makes the databases: rows of equal time
 * are ordered within each.
 */
final class Shards {
    private static final long LENGTH = TimeUnit.DAYS.toNanos(364);
    /** Go counts from the first of January of the year 1. */
    private static final long OFFSET = TimeUnit.DAYS.toNanos(719_162 % 364);

    private Shards() {}

    /** Its number. */
    static long of(long nanos) {
        return Math.floorDiv(nanos, LENGTH) + (Math.floorMod(nanos, LENGTH) + OFFSET >= LENGTH ? 1 : 0);
    }
}
