package cn.zhengai.dashboards.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {
    @ParameterizedTest
    @CsvSource({
        "percent, 1, 87.25, 87.3%",
        "percent, -1, 87, 87%",
        "percentunit, -1, 0.9355, 93.6%",
        "none, 0, 27231, '27,231'",
        "s, 0, 45, 45 秒",
        "s, 0, 5400, 90 分钟",
        "s, 0, 259200, 3 天",
        "ms, -1, 250, 250 毫秒",
        "ms, -1, 2500, 2.5 秒",
        "bytes, -1, 104857600, 100 MiB",
        "suffix: 元, -1, 1234.5, '1,234.5 元'",
        "suffix::1, -1, 18.236, 18.24:1"
    })
    void aValueIsWrittenInItsUnit(String unit, int decimals, double value, String text) {
        assertThat(Measure.of(unit, decimals, value).text(value)).isEqualTo(text.replace("suffix", ""));
    }

    @Test
    void daysAreThoseOfTheCollege() {
        assertThat(Measure.time(
                        "time:YYYY-MM-DD",
                        Instant.parse("2026-11-22T16:30:00Z").toEpochMilli(),
                        ZoneId.of("Asia/Shanghai")))
                .isEqualTo("2026-11-23");
        assertThat(Measure.time("time:MM-DD HH:mm", 0, ZoneId.of("Asia/Shanghai")))
                .isEqualTo("01-01 08:00");
    }
}
