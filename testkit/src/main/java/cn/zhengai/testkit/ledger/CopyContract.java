package cn.zhengai.testkit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy of a ledger answers as the ledger does, and goes on as it does: numbers that are given out too. */
public abstract class CopyContract {
    private static final int CALLS = 150;

    /** An empty ledger; closed by the test. */
    protected abstract Ledger open();

    /** Another one, with whatever is in it; closed by the test. */
    protected abstract Ledger openOther();

    /** Makes the other hold what the one holds. */
    protected abstract void copy();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void answersAndGoesOnAsTheOriginal(long seed) {
        try (Ledger one = open();
                Ledger other = openOther()) {
            RandomWork work = new RandomWork(seed);
            List<Object> answers = new ArrayList<>();
            RandomWork before = new RandomWork(seed + 1000);
            for (int i = 0; i < CALLS; i++) {
                answers.add(work.next().apply(one));
                answers.add(before.next().apply(other));
            }
            assertThat(answers).hasSize(2 * CALLS);
            copy();
            assertThat(Everything.of(other)).isEqualTo(Everything.of(one));
            for (int i = 0; i < CALLS; i++) {
                Function<Ledger, Object> call = work.next();
                assertThat(call.apply(other)).as("seed %d, call %d", seed, i).isEqualTo(call.apply(one));
            }
            assertThat(Everything.of(other)).isEqualTo(Everything.of(one));
        }
    }
}
