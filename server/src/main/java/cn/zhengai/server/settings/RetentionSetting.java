package cn.zhengai.server.settings;

import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Retention;
import java.time.DateTimeException;
import java.time.Period;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code retention: {student: P5Y, rejections: P1Y}} as a value. */
final class RetentionSetting {
    private static final String REJECTIONS = "rejections";

    private RetentionSetting() {}

    static Retention of(Map<String, String> written) {
        Map<Level, Period> levels = new EnumMap<>(Level.class);
        Optional<Period> rejections = Optional.empty();
        for (Map.Entry<String, String> one : written.entrySet()) {
            Period period = period(one.getKey(), one.getValue());
            if (one.getKey().equals(REJECTIONS)) {
                rejections = Optional.of(period);
            } else {
                levels.put(level(one.getKey()), period);
            }
        }
        return new Retention(levels, rejections);
    }

    private static Level level(String key) {
        for (Level level : Level.values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(key)) {
                return level;
            }
        }
        throw new Refusal(
                Refusal.Cause.SETTINGS,
                "设置 retention 里没有“" + key + "”这一项；可以写 school、program、course、teacher、student 或 rejections。");
    }

    private static Period period(String key, String text) {
        try {
            Period period = Period.parse(text).normalized();
            if (Retention.isWhole(period)) {
                return period;
            }
        } catch (DateTimeException | ArithmeticException notAPeriod) {
            return refuse(key, text);
        }
        return refuse(key, text);
    }

    private static Period refuse(String key, String text) {
        throw new Refusal(
                Refusal.Cause.SETTINGS, "设置 retention." + key + " 应是整年或整月，例如 P5Y（五年）、P18M（十八个月），现在是“" + text + "”。");
    }
}
