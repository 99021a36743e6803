package cn.zhengai.messaging.kafka.announce;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps several announcers from writing everything several times: one that was overtaken leaves the work to the other
 * until the place in the feed has not moved for a while. Saves records, decides nothing: that the place is kept by one
 * alone is the ledger's business. For one thread.
 */
final class Turns {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final InstantSource time;
    private boolean standingBy;
    private long seen = -1;
    private Instant since = Instant.MIN;

    Turns(InstantSource time) {
        this.time = time;
    }

    void wasOvertaken() {
        standingBy = true;
        seen = -1;
    }

    void wasFirst() {
        standingBy = false;
    }

    /** @param place in the feed, behind which facts wait */
    boolean leftToOthers(long place) {
        if (!standingBy) {
            return false;
        }
        Instant now = time.instant();
        if (place != seen) {
            seen = place;
            since = now;
        }
        return now.isBefore(since.plus(PATIENCE));
    }
}
