package cn.zhengai.benchmarks.sizing;

import java.util.List;
import java.util.Locale;

/**
 * What so many colleges need.
 *
 * <p>Warners are as many as the series fill, or as the busiest hours ask for at half of what one can do, whichever is
 * more; recorders as the busiest hours ask for at half of what one can do. One run writes to one InfluxDB: where the series
 * are more than one server holds, there are several runs side by side, and each has one warner and one recorder at least.
 *
 * <p>Worked: 100 colleges of 1,000,000 series read once a day within 2 hours are 100,000,000 series and readings a day,
 * 13,889 readings/s in the busiest hours (100,000,000 / 7,200, rounded up); with 1,000,000 series a warner 100 warners; with
 * 10,000,000 series an InfluxDB 10 of them; at 34 bytes, 30 days and 3 copies 306 GB for Kafka (10^9 bytes).
 *
 * @param busiest readings/s while a day's readings come in
 * @param servers of InfluxDB, and runs
 * @param logGigabytes of Kafka, all copies
 * @param storeGigabytes of InfluxDB
 */
record Need(
        long colleges,
        long series,
        long busiest,
        long servers,
        long warners,
        long recorders,
        long logGigabytes,
        long storeGigabytes) {
    private static final long SECONDS_PER_HOUR = 3600;
    private static final long DAYS_PER_YEAR = 365;
    private static final long GIGABYTE = 1_000_000_000;
    /** What is left free for the hour after something was away. */
    private static final long RESERVE = 2;

    static Need of(long colleges, Rates rates) {
        long series = colleges * rates.figure("college.series");
        long daily = series * rates.figure("college.readings-per-series-and-day");
        long busiest = up(daily, rates.figure("college.hours") * SECONDS_PER_HOUR);
        long servers = up(series, rates.figure("influxdb.series"));
        long warners = Math.max(
                up(series, rates.figure("warner.series")),
                up(busiest * RESERVE, rates.figure("warner.readings-per-second")));
        long recorders = up(busiest * RESERVE, rates.figure("recorder.readings-per-second"));
        long log = daily * rates.figure("kafka.bytes-per-reading") * rates.figure("kafka.days");
        long store = daily * rates.figure("influxdb.bytes-per-reading") * DAYS_PER_YEAR;
        return new Need(
                colleges,
                series,
                busiest,
                servers,
                Math.max(warners, servers),
                Math.max(recorders, servers),
                up(log * rates.figure("kafka.copies"), GIGABYTE),
                up(store * rates.figure("influxdb.years"), GIGABYTE));
    }

    private static long up(long amount, long each) {
        return (amount + each - 1) / each;
    }

    /** A row of the table. */
    List<String> cells(Rates rates) {
        return List.of(
                text(colleges),
                text(colleges * rates.figure("college.students")),
                text(series),
                text(busiest),
                text(warners) + " × " + text(rates.figure("warner.megabytes")) + " MB",
                text(recorders),
                text(servers),
                text(logGigabytes) + " GB",
                text(storeGigabytes) + " GB");
    }

    private static String text(long figure) {
        return String.format(Locale.ROOT, "%,d", figure);
    }
}
