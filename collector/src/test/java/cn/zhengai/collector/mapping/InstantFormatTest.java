package cn.zhengai.collector.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.collector.SmallCollege;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantFormatTest {
    private static long millis(String format, String text) {
        return InstantFormat.named(format).millis(text, SmallCollege.ZONE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01,2026-02-28T16:00:00Z",
        "2026-03-01T08:00,2026-03-01T00:00:00Z",
        "2026-03-01 08:00:01,2026-03-01T00:00:01Z",
        "2026-03-01T08:00:00.1239,2026-03-01T00:00:00.123Z",
        "2026-03-01T00:00:00Z,2026-03-01T00:00:00Z",
        "2026-03-01T08:00:00+08:00,2026-03-01T00:00:00Z",
        "2026-03-01T08:00:00.5+0800,2026-03-01T00:00:00.500Z",
        "2026-03-01 08:00:00 +08,2026-03-01T00:00:00Z",
        "2026-02-28T20:00-04:00,2026-03-01T00:00:00Z",
        "2024-02-29,2024-02-28T16:00:00Z"
    })
    void iso(String text, Instant instant) {
        assertThat(millis("iso", text)).isEqualTo(instant.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-3-1",
                "2026-13-01",
                "2026-02-29",
                "2026-03-01T",
                "2026-03-01T25:00",
                "2026-03-01T08:60:00",
                "2026-03-01T8:00",
                "2026-03-01x08:00",
                "2026/03/01",
                "2026-03-01T08:00:00.",
                "2026-03-01T08:00:00+99:00",
                "20260301",
                "2026-03-01T08:00:0",
                "２０２６-03-01",
                "2026-03-01T08:00:00ZZ"
            })
    void notIso(String text) {
        assertThat(millis("iso", text)).isEqualTo(InstantText.BAD);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsBackWhatJavaWrites(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            Instant instant = Instant.ofEpochMilli(random.nextLong(946_684_800_000L, 4_000_000_000_000L));
            OffsetDateTime offset = instant.atOffset(ZoneOffset.ofHours(random.nextInt(19) - 9));
            LocalDateTime local = LocalDateTime.ofInstant(instant, SmallCollege.ZONE);
            assertThat(millis("iso", instant.toString())).isEqualTo(instant.toEpochMilli());
            assertThat(millis("iso", offset.toString())).isEqualTo(instant.toEpochMilli());
            assertThat(millis("iso", local.toString())).isEqualTo(instant.toEpochMilli());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "epoch-s,1772323200",
        "epoch-ms,1772323200000",
        "epoch-us,1772323200000999",
        "epoch-ns,1772323200000999999",
        "yyyy/M/d H:mm,2026/3/1 8:00",
        "yyyyMMddHHmmss,20260301080000",
        "yyyy年M月d日HH时,2026年3月1日08时"
    })
    void others(String format, String text) {
        assertThat(millis(format, text)).isEqualTo(1_772_323_200_000L);
    }

    @Test
    void aPatternOfADayIsItsFirstInstant() {
        assertThat(millis("yyyy/M/d", "2026/3/1")).isEqualTo(millis("iso", "2026-03-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "epoch-s,9223372036854775807",
        "epoch-ms,12.5",
        "epoch-ms,''",
        "epoch-ns,99999999999999999999",
        "yyyy/M/d,2026-03-01"
    })
    void notOthers(String format, String text) {
        assertThat(millis(format, text)).isEqualTo(InstantText.BAD);
    }

    @Test
    void aFormatThatIsNoneIsRefused() {
        assertThatThrownBy(() -> InstantFormat.named("epoch-weeks")).isInstanceOf(IllegalArgumentException.class);
    }
}
