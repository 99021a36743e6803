package cn.zhengai.core.calendar;

import java.time.LocalTime;

/** Hours of a school day, within one day: what is due by the hour is due within them. */
public record Hours(LocalTime from, LocalTime until) {
    public static final Hours STANDARD = new Hours(LocalTime.of(8, 0), LocalTime.of(18, 0));

    public Hours {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("school ends before it begins: " + from + ", " + until);
        }
    }
}
