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
 * @param gzip the body is compressed
 * @param body read once, to its end or to the limit; closed by the caller
 */
public record PushRequest(
        String source,
        Format format,
        Optional<String> idempotencyKey,
        String precision,
        boolean history,
        boolean gzip,
        InputStream body) {}
