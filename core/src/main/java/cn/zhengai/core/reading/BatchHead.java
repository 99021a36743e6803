package cn.zhengai.core.reading;

import java.time.Instant;
import java.util.Optional;

/**
 * Where readings came from: one push, one file, one pull.
 *
 * @param id unique; the same input sent again has the same id
 * @param source id of the declared source
 * @param recordedAt when it was taken in: the time of knowledge
 * @param history loaded as backfill: tells nobody
 * @param reason why these values are sent (更正原因), in the sender's words, not blank and at most
 *     {@value #LONGEST_REASON} characters; empty when nobody said. Readings that came together for different reasons
 *     have heads of one id that differ in this alone
 */
public record BatchHead(String id, String source, Instant recordedAt, boolean history, Optional<String> reason) {
    /** Characters (code points) of a reason at most. */
    public static final int LONGEST_REASON = 500;

    public BatchHead {
        reason.ifPresent(text -> {
            if (text.isBlank() || text.codePointCount(0, text.length()) > LONGEST_REASON) {
                throw new IllegalArgumentException("a reason is no blank and not that long: " + text);
            }
        });
    }

    /** Without a reason. */
    public BatchHead(String id, String source, Instant recordedAt, boolean history) {
        this(id, source, recordedAt, history, Optional.empty());
    }

    /** The same batch for another reason, or none. */
    public BatchHead because(Optional<String> why) {
        return reason.equals(why) ? this : new BatchHead(id, source, recordedAt, history, why);
    }
}
