package cn.zhengai.collector.intake;

import cn.zhengai.collector.mapping.Skip;
import cn.zhengai.core.reading.RejectionStanding;
import java.time.Duration;

/** Counts what comes in; bound to metrics by whoever runs the desks. Called by many threads, must not block. */
public interface IntakeMeter {
    /** Nobody counts. */
    IntakeMeter UNCOUNTED = new IntakeMeter() {
        @Override
        public void taken(Tally tally, String way, long bytes, Duration took) {
            // nobody counts
        }

        @Override
        public void refused(String source, String way, String why) {
            // nobody counts
        }

        @Override
        public void skipped(String source, Skip why, long count) {
            // nobody counts
        }

        @Override
        public void answered(String source, RejectionStanding.Status status, long rejections) {
            // nobody counts
        }
    };

    /** A batch became durable; {@code bytes} as in {@link Submission}. */
    void taken(Tally tally, String way, long bytes, Duration took);

    /** A submission was refused as a whole; {@code why} is a short code such as {@code malformed} or {@code too-large}. */
    void refused(String source, String way, String why);

    /** So much was passed over outside of a batch; what is within one stands in its tally. */
    void skipped(String source, Skip why, long count);

    /** Somebody did something about so many rejections, which stand so now. */
    void answered(String source, RejectionStanding.Status status, long rejections);
}
