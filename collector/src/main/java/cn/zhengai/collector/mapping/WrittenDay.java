package cn.zhengai.collector.mapping;

import cn.zhengai.workbook.Plain;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A day as people write it in workbooks: {@code 2026年3月1日}, {@code 20260301}, {@code 2026/3/1 8:30}. */
public final class WrittenDay {
    /** How rows of workbooks come in, for metrics and kept rows. */
    public static final String WAY = "xlsx";

    private WrittenDay() {}

    /** Epoch milliseconds of its first instant in the zone; {@link Row#NO_INSTANT} when it is none. */
    public static long instant(String text, ZoneId zone) {
        return Plain.day(text).map(day -> millis(day, zone)).orElse(Row.NO_INSTANT);
    }

    private static long millis(String day, ZoneId zone) {
        LocalDateTime local = day.indexOf('T') < 0 ? LocalDate.parse(day).atStartOfDay() : LocalDateTime.parse(day);
        return local.atZone(zone).toInstant().toEpochMilli();
    }
}
