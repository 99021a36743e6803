package cn.zhengai.collector.push;

import java.io.InputStream;
import java.util.Optional;

/**
 * One request.
 *
 * @param source id of the source the key belongs to
 * @param idempotencyKey the sender's name for this content; the same key again gets the same answer
 * @param precision of line protocol's timestamps, see {@link cn.zhengai.collector.lineprotocol.Precision#named}; blank:
 *     nanoseconds
 * @param history backfill: tells nobody
 * @param reason why the readings are sent, for rows that do not say so themselves; at most
 *     {@value cn.zhengai.core.reading.BatchHead#LONGEST_REASON} characters are kept
 * @param gzip the body is compressed
 * @param body read once, to its end or to the limit; closed by the caller
 */
public record PushRequest(
        String source,
        Format format,
        Optional<String> idempotencyKey,
        String precision,
        boolean history,
        Optional<String> reason,
        boolean gzip,
        InputStream body) {

    /** Without a reason. */
    public PushRequest(
            String source,
            Format format,
            Optional<String> idempotencyKey,
            String precision,
            boolean history,
            boolean gzip,
            InputStream body) {
        this(source, format, idempotencyKey, precision, history, Optional.empty(), gzip, body);
    }
}
