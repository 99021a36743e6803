package cn.zhengai.testkit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Ledger;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is called in whatever order, with restarts between: the answers are those of {@link MemoryLedger}. */
public abstract class RandomLedgerContract extends LedgerContract {
    private static final int CALLS = 250;
    private static final int RESTART_EVERY = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void answersAsTheReference(long seed) {
        Ledger reference = new MemoryLedger();
        RandomWork work = new RandomWork(seed);
        for (int i = 1; i <= CALLS; i++) {
            Function<Ledger, Object> call = work.next();
            assertThat(call.apply(ledger)).as("seed %d, call %d", seed, i).isEqualTo(call.apply(reference));
            if (i % RESTART_EVERY == 0) {
                reopen();
                assertThat(Everything.of(ledger))
                        .as("seed %d, after call %d", seed, i)
                        .isEqualTo(Everything.of(reference));
            }
        }
        assertThat(Everything.of(ledger)).isEqualTo(Everything.of(reference));
    }
}
