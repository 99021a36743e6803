package cn.zhengai.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Retention FOUR_YEARS =
            new Retention(Map.of(Level.STUDENT, Period.ofYears(4)), Optional.of(Period.ofMonths(6)));

    @Test
    void limitsMoveByWholeMonths() {
        Instant lastOfMarch = Instant.parse("2026-03-31T15:59:59Z");
        assertThat(FOUR_YEARS.firstKept(Level.STUDENT, lastOfMarch, ZONE))
                .contains(Instant.parse("2022-02-28T16:00:00Z"));
        assertThat(FOUR_YEARS.firstKept(Level.STUDENT, lastOfMarch.plusSeconds(1), ZONE))
                .contains(Instant.parse("2022-03-31T16:00:00Z"));
        assertThat(FOUR_YEARS.firstRejectionsKept(lastOfMarch, ZONE)).contains(Instant.parse("2025-08-31T16:00:00Z"));
    }

    @Test
    void whatIsNotNamedIsKeptForGood() {
        assertThat(FOUR_YEARS.firstKept(Level.TEACHER, Instant.EPOCH, ZONE)).isEmpty();
        assertThat(Retention.FOR_GOOD.firstRejectionsKept(Instant.EPOCH, ZONE)).isEmpty();
    }

    @Test
    void lessThanAMonthIsRefused() {
        for (Period wrong : new Period[] {Period.ZERO, Period.ofDays(40), Period.of(1, 0, 1), Period.ofYears(-1)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Retention(Map.of(Level.STUDENT, wrong), Optional.empty()));
        }
    }
}
