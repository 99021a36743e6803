package cn.zhengai.collector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.core.catalogue.Pull.Format;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class StampTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private final Stamp clock = new Stamp(Format.TIMESTAMP, ZONE);
    private final Stamp seconds = new Stamp(Format.EPOCH_S, ZONE);

    @Test
    void aTimeStampCountsAsTheClockShowsIt() {
        long day = 20_514L * 86_400_000_000L;
        assertThat(clock.micros("2026-03-02")).isEqualTo(day);
        assertThat(clock.micros("2026-03-02 00:00")).isEqualTo(day);
        assertThat(clock.micros("2026-03-02 00:00:01.000002")).isEqualTo(day + 1_000_002);
        assertThat(clock.micros("2026-03-02T00:00:01.5+08")).isEqualTo(day + 1_500_000);
        assertThat(clock.micros("2026-03-02 00:00:01.5-03:30")).isEqualTo(day + 1_500_000);
        assertThat(clock.startOf(LocalDate.of(2026, 3, 2))).isEqualTo(day);
        assertThat(clock.now(LocalDateTime.of(2026, 3, 2, 0, 0, 1))).isEqualTo(day + 1_000_000);
    }

    @Test
    void wholeNumbersCountSince1970() {
        assertThat(seconds.micros("1772380800")).isEqualTo(1_772_380_800_000_000L);
        assertThat(seconds.micros("1772380800.0")).isEqualTo(1_772_380_800_000_000L);
        assertThat(seconds.startOf(LocalDate.of(2026, 3, 2))).isEqualTo(1_772_380_800_000_000L);
        assertThat(new Stamp(Format.EPOCH_MS, ZONE).micros("1772380800123")).isEqualTo(1_772_380_800_123_000L);
    }

    @Test
    void whatIsNoInstantIsRefused() {
        for (String bad : new String[] {"", "gestern", "infinity", "2026-13-01", "2026-03-02 25:00:00"}) {
            assertThatThrownBy(() -> clock.micros(bad)).isInstanceOf(DateTimeException.class);
        }
        assertThatThrownBy(() -> seconds.micros("2026-03-02")).isInstanceOf(DateTimeException.class);
    }
}
