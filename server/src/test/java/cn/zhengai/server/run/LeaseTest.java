package cn.zhengai.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.testkit.ledger.MemoryLedger;
import cn.zhengai.testkit.time.SettableTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private static final Duration TERM = Duration.ofSeconds(30);

    private final WarningLedger ledger = new MemoryLedger().warnings();
    private final List<String> gained = new ArrayList<>();
    private final SettableTime time = SettableTime.at("2026-03-02T00:00:00Z");
    private final Lease first = lease("a-1");
    private final Lease second = lease("b-2");

    private Lease lease(String holder) {
        return new Lease(ledger, "pull", holder, time, TERM, () -> gained.add(holder));
    }

    @Test
    void oneHasItAndKeepsItWhileItComesBack() {
        for (int i = 0; i < 20; i++) {
            assertThat(first.getAsBoolean()).isTrue();
            assertThat(second.getAsBoolean()).isFalse();
            time.advance(Duration.ofSeconds(10));
        }
    }

    @Test
    void whoStaysAwayHasLostItAfterTheTerm() {
        assertThat(first.getAsBoolean()).isTrue();
        time.advance(TERM.plusMillis(1));

        assertThat(second.getAsBoolean()).isTrue();
        assertThat(first.getAsBoolean()).isFalse();
    }

    @Test
    void whoGainsItIsTold() {
        assertThat(first.getAsBoolean()).isTrue();
        assertThat(gained).containsExactly("a-1");
        time.advance(TERM.plusMillis(1));
        assertThat(first.getAsBoolean()).isTrue();
        assertThat(gained).as("nobody had it meanwhile").containsExactly("a-1");
        time.advance(TERM.plusMillis(1));
        assertThat(second.getAsBoolean()).isTrue();
        time.advance(TERM.plusMillis(1));
        assertThat(first.getAsBoolean()).isTrue();
        assertThat(gained).containsExactly("a-1", "b-2", "a-1");
    }

    @Test
    void otherWorkIsAnotherLease() {
        assertThat(first.getAsBoolean()).isTrue();
        assertThat(new Lease(ledger, "retention", "b-2", time, TERM, () -> {}).getAsBoolean())
                .isTrue();
    }

    @Test
    void aClockSetBackLeavesNobodyOutForLong() {
        assertThat(first.getAsBoolean()).isTrue();
        time.advance(Duration.ofHours(-5));

        assertThat(first.getAsBoolean()).isTrue();
        assertThat(second.getAsBoolean()).isFalse();
        time.advance(TERM.plusMillis(1));
        assertThat(second.getAsBoolean()).isTrue();
        time.advance(Duration.ofHours(-5));
        assertThat(first.getAsBoolean()).as("the holder did not come back").isTrue();
    }
}
