package cn.zhengai.core.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
    private Instant now = Instant.parse("2026-11-26T00:00:00Z");
    private final Pace pace = new Pace(() -> now);

    private void ask(Duration takes) {
        pace.ask(() -> now = now.plus(takes));
    }

    @Test
    void atFirstItIsDue() {
        assertThat(pace.due()).isTrue();
        assertThat(pace.took()).isZero();
    }

    @Test
    void itTakesATwentiethOfTheTimeAtMost() {
        ask(Duration.ofSeconds(60));
        assertThat(pace.took()).isEqualTo(Duration.ofSeconds(60));
        now = now.plus(Duration.ofMinutes(19).minusNanos(1));
        assertThat(pace.due()).isFalse();
        now = now.plusNanos(1);
        assertThat(pace.due()).isTrue();
    }

    @Test
    void nobodyWaitsForMoreThanAnHour() {
        ask(Duration.ofMinutes(10));
        now = now.plus(Duration.ofMinutes(50));
        assertThat(pace.due()).isTrue();
    }

    @Test
    void whatTakesNoTimeIsNotHeldBack() {
        ask(Duration.ZERO);
        assertThat(pace.due()).isTrue();
    }

    @Test
    void aClockSetBackHoldsNothingUp() {
        ask(Duration.ofMinutes(1));
        now = now.minus(Duration.ofDays(1));
        assertThat(pace.due()).isTrue();
        ask(Duration.ofMinutes(-5));
        assertThat(pace.due()).isTrue();
    }

    @Test
    void oneThatFailedIsAskedAgain() {
        assertThatThrownBy(() -> pace.ask(() -> {
                    now = now.plusSeconds(60);
                    throw new PortException(Trouble.UNAVAILABLE, "x");
                }))
                .isInstanceOf(PortException.class);
        assertThat(pace.due()).isTrue();
    }
}
