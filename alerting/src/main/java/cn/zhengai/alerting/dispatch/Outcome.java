package cn.zhengai.alerting.dispatch;

import java.time.Duration;

/** How sending one notice ended. Sentences are Chinese, for the page that lists notices, and hold no secret. */
public sealed interface Outcome {
    /** The other side has it. */
    record Delivered(String answer) implements Outcome {}

    /**
     * Not now.
     *
     * @param atLeast not before this has passed; zero when the other side named no time
     * @param everyone the other side answers nobody: notices on the same route need not be tried now
     */
    record TryLater(String why, Duration atLeast, boolean everyone) implements Outcome {
        /** This notice, at a time of our choice. */
        public static TryLater one(String why) {
            return new TryLater(why, Duration.ZERO, false);
        }

        /** Nothing gets through. */
        public static TryLater everyone(String why) {
            return new TryLater(why, Duration.ZERO, true);
        }
    }

    /** Nobody has set up where it should go; it waits until somebody does. */
    record Unconfigured(String why) implements Outcome {}

    /** Never. */
    record Refused(String why) implements Outcome {}
}
