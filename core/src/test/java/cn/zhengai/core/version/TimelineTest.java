package cn.zhengai.core.version;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.version.CatalogueVersion.Head;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static Head head(int number, String from, String recordedAt) {
        return new Head(number, "d" + number, LocalDate.parse(from), Instant.parse(recordedAt), "甲", "因");
    }

    private static final Head FIRST = head(1, "1970-01-01", "2025-03-01T00:00:00Z");
    private static final Head SECOND = head(2, "2026-01-01", "2025-12-01T00:00:00Z");

    private static int on(Timeline timeline, String day) {
        return timeline.on(LocalDate.parse(day)).orElseThrow().number();
    }

    @Test
    void eachHoldsFromItsDateUntilTheNext() {
        Timeline timeline = Timeline.of(List.of(FIRST, SECOND));
        assertThat(on(timeline, "1900-01-01")).as("the first also before").isEqualTo(1);
        assertThat(on(timeline, "2025-12-31")).isEqualTo(1);
        assertThat(on(timeline, "2026-01-01")).isEqualTo(2);
        assertThat(timeline.after(LocalDate.parse("2025-12-31"))).containsExactly(SECOND);
        assertThat(Timeline.of(List.of()).on(LocalDate.EPOCH)).isEmpty();
    }

    @Test
    void aCorrectionHoldsFromItsDateOnAndReplacesWhatCameAfter() {
        Head correction = head(3, "2025-09-01", "2026-02-01T00:00:00Z");
        Timeline timeline = Timeline.of(List.of(FIRST, SECOND, correction));
        assertThat(timeline.inForce()).containsExactly(FIRST, correction);
        assertThat(correction.correction(ZONE)).isTrue();
        assertThat(SECOND.correction(ZONE)).isFalse();
        assertThat(FIRST.correction(ZONE)).as("the first is none").isFalse();
    }

    @Test
    void aLaterTextReplacesOneThatStillWaits() {
        Head tomorrow = head(3, "2027-01-01", "2026-02-01T00:00:00Z");
        Head today = head(4, "2026-02-02", "2026-02-02T00:00:00Z");
        assertThat(Timeline.of(List.of(FIRST, SECOND, tomorrow, today)).inForce())
                .containsExactly(FIRST, SECOND, today);
    }

    /** 2026-01-01 00:30 in Shanghai is still the year before in UTC. */
    @Test
    void daysAreTheCollegesOwn() {
        assertThat(head(2, "2025-12-31", "2025-12-31T16:30:00Z").correction(ZONE))
                .isTrue();
        assertThat(head(2, "2026-01-01", "2025-12-31T16:30:00Z").correction(ZONE))
                .isFalse();
    }
}
