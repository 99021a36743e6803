package cn.zhengai.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopTest {
    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class, OutOfMemoryError.class})
    void goesOnAfterAFailure(Class<? extends Throwable> failure) throws Exception {
        Throwable thrown = failure.getDeclaredConstructor(String.class).newInstance("on purpose");
        AtomicInteger turns = new AtomicInteger();
        CountDownLatch again = new CountDownLatch(2);
        Loop.Step step = () -> {
            if (turns.getAndIncrement() == 0) {
                LoopTest.<RuntimeException>fail(thrown);
            }
            again.countDown();
            return true;
        };
        try (Loop loop = new Loop("test", step, () -> {}, Duration.ZERO).start()) {
            assertThat(again.await(30, TimeUnit.SECONDS))
                    .as("turns after the failure")
                    .isTrue();
            assertThat(loop.troubled()).isFalse();
        }
    }

    @Test
    void isInTroubleWhileItsStepFails() throws Exception {
        CountDownLatch failedTwice = new CountDownLatch(2);
        Loop.Step step = () -> {
            failedTwice.countDown();
            throw new StackOverflowError("on purpose");
        };
        try (Loop loop = new Loop("test", step, () -> {}, Duration.ZERO).start()) {
            assertThat(failedTwice.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(loop.troubled()).isTrue();
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void fail(Throwable failure) throws T {
        throw (T) failure;
    }
}
