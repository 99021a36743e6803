package cn.zhengai.dashboards.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How values of a unit of Grafana are written: times {@code scale}, with so many decimals at most, and {@code suffix}.
 *
 * @param fixed that many decimals at least, too
 */
public record Measure(double scale, String suffix, int decimals, boolean fixed) {
    private static final int FREE = 2;
    private static final double MINUTE = 60;
    private static final double HOUR = 3_600;
    private static final double DAY = 86_400;
    private static final double KIBI = 1_024;

    /**
     * Of a unit, fit for values up to some size.
     *
     * @param decimals less than 0: as is fit
     */
    static Measure of(String unit, int decimals, double largest) {
        return switch (unit) {
            case "percent" -> plain("%", decimals);
            case "percentunit" -> new Measure(100, "%", decimals < 0 ? 1 : decimals, decimals >= 0);
            case "s" -> seconds(largest, 1);
            case "ms" -> largest < 1_000 ? plain(" 毫秒", decimals) : seconds(largest / 1_000, 1_000);
            case "bytes" -> bytes(largest);
            case "none", "short", "" -> plain("", decimals);
            default -> plain(unit.startsWith("suffix:") ? unit.substring("suffix:".length()) : " " + unit, decimals);
        };
    }

    private static Measure plain(String suffix, int decimals) {
        return new Measure(1, suffix, decimals < 0 ? FREE : decimals, decimals >= 0);
    }

    private static Measure seconds(double largest, double of) {
        double unit = largest >= 2 * DAY ? DAY : largest >= 2 * HOUR ? HOUR : largest >= 2 * MINUTE ? MINUTE : 1;
        String word = unit == DAY ? " 天" : unit == HOUR ? " 小时" : unit == MINUTE ? " 分钟" : " 秒";
        return new Measure(1 / (unit * of), word, 1, false);
    }

    private static Measure bytes(double largest) {
        double unit = largest >= KIBI * KIBI * KIBI ? KIBI * KIBI * KIBI : largest >= KIBI * KIBI ? KIBI * KIBI : KIBI;
        String word = unit > KIBI * KIBI ? " GiB" : unit > KIBI ? " MiB" : " KiB";
        return new Measure(1 / unit, word, 1, false);
    }

    /** As people read it. */
    String text(double value) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(decimals);
        format.setMinimumFractionDigits(fixed ? decimals : 0);
        format.setRoundingMode(RoundingMode.HALF_UP);
        // rounded from the decimals people would write, not from the binary fraction beside them
        return format.format(new BigDecimal(Double.toString(value * scale))) + suffix;
    }

    /** A value of {@code time:YYYY-MM-DD}, epoch milliseconds. */
    static String time(String unit, long at, ZoneId zone) {
        String pattern =
                unit.substring("time:".length()).replace("YYYY", "yyyy").replace("DD", "dd");
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .format(Instant.ofEpochMilli(at).atZone(zone));
    }
}
