package cn.zhengai.core.port;

import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What collectors took in: receipts and rejections. */
public interface Intake {
    /** The receipt of a batch, when it was taken in before. */
    Optional<Receipt> receipt(String batchId);

    /** Keeps a receipt with its rejections; repeating it changes nothing. */
    void keep(Receipt receipt, List<Rejection> rejections);

    /** Last kept batch first, within a batch as they were given; an empty {@code source} means all. */
    List<Rejection> rejections(Optional<String> source, int offset, int limit);

    /** How each source stands, by source. */
    List<SourceStanding> sources();

    /**
     * A batch that was dealt with.
     *
     * @param newestAt newest instant among its readings; empty when none was accepted
     * @param answer the full answer given to the sender (JSON), so that a repeat gets the same; empty when none
     */
    record Receipt(BatchHead head, long accepted, long rejected, Optional<Instant> newestAt, String answer) {}

    /**
     * Totals and freshness of one source.
     *
     * @param rejected kept rejections by reason; no entry for a reason that never came
     */
    record SourceStanding(
            String source,
            long batches,
            long accepted,
            Map<Reason, Long> rejected,
            Instant lastBatchAt,
            Optional<Instant> newestAt) {}
}
