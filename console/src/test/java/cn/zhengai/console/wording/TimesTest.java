package cn.zhengai.console.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    private final Times times = new Times(ZoneId.of("Asia/Shanghai"), Instant.parse("2026-11-23T02:30:00Z"));

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T02:29:30Z, 刚刚",
        "2026-11-23T02:00:00Z, 30 分钟前",
        "2026-11-22T20:30:00Z, 6 小时前",
        "2026-11-20T02:30:00Z, 3 天前",
        "2026-09-30T16:00:00Z, 2026-10-01",
        "2026-11-24T01:00:00Z, 2026-11-24 09:00"
    })
    void howLongAgo(Instant at, String shown) {
        assertThat(times.ago(at)).isEqualTo(shown);
    }

    @Test
    void daysAreTheCollegesDays() {
        Instant midnight = Instant.parse("2026-11-22T16:00:00Z");
        assertThat(times.brief(midnight)).isEqualTo("2026-11-23");
        assertThat(times.full(midnight)).isEqualTo("2026-11-23 00:00");
        assertThat(times.lasting(midnight)).isEqualTo("10 小时");
    }
}
