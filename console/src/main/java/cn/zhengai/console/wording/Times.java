package cn.zhengai.console.wording;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants for people, in the college's zone. */
public record Times(ZoneId zone, Instant now) {
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    public String full(Instant at) {
        return FULL.format(at.atZone(zone));
    }

    public String day(Instant at) {
        return DAY.format(at.atZone(zone));
    }

    /** Date alone when the instant is a day's first, as of daily and rarer readings. */
    public String brief(Instant at) {
        var local = at.atZone(zone);
        return local.toLocalTime().toSecondOfDay() == 0 ? day(at) : full(at);
    }

    /** What ends with a day is due by that day, {@code 2026-11-25 24:00}, and not on the next. */
    public String deadline(Instant by) {
        var local = by.atZone(zone);
        return local.toLocalTime().toSecondOfDay() == 0 ? DAY.format(local.minusDays(1)) + " 24:00" : full(by);
    }

    /** {@code 3 小时前}; from a month on the day itself. */
    public String ago(Instant at) {
        Duration passed = Duration.between(at, now);
        if (passed.isNegative()) {
            return brief(at);
        }
        if (passed.toMinutes() < 1) {
            return "刚刚";
        }
        if (passed.toHours() < 1) {
            return passed.toMinutes() + " 分钟前";
        }
        if (passed.toDays() < 1) {
            return passed.toHours() + " 小时前";
        }
        return passed.toDays() < 31 ? passed.toDays() + " 天前" : day(at);
    }

    /** {@code 已 12 天}: how long something has lasted. */
    public String lasting(Instant since) {
        Duration passed = Duration.between(since, now);
        if (passed.toHours() < 1) {
            return "不到 1 小时";
        }
        return passed.toDays() < 1 ? passed.toHours() + " 小时" : passed.toDays() + " 天";
    }
}
