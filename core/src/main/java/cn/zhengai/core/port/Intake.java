package cn.zhengai.core.port;

import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Rejection;
import cn.zhengai.core.reading.RejectionId;
import cn.zhengai.core.reading.RejectionStanding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What collectors took in: receipts, rejections, and what people did about those. */
public interface Intake {
    /** The receipt of a batch, when it was taken in before. */
    Optional<Receipt> receipt(String batchId);

    /** Keeps a receipt with its rejections, which are open from then on; repeating it changes nothing. */
    void keep(Receipt receipt, List<Rejection> rejections);

    /** Last kept batch first, within a batch as they were given. */
    List<Kept> find(Query query);

    /** As {@link #find}, counted; offset and limit do not matter. */
    long count(Query query);

    /** A rejection with all others of the same row and receipt, as they were given; empty when there is none. */
    List<Kept> ofRow(RejectionId id);

    /** How many are open, by source and by reason in force; no entry for none. */
    List<OpenCount> open();

    /**
     * What people did, in one transaction. A receipt whose batch is known is left out; a new one adds its readings to the
     * totals of its source and is no batch of the source, which said nothing new. A rejection that is not open stays as it
     * is, so that repeating changes nothing.
     *
     * @return how many rejections were open and stand otherwise now
     */
    int settle(Settlement settlement);

    /** How each source stands, by source. */
    List<SourceStanding> sources();

    /**
     * A batch that was dealt with.
     *
     * @param head without a reason: its rows may have several, which the log keeps with the readings
     * @param newestAt newest instant among its readings; empty when none was accepted
     * @param answer the full answer given to the sender (JSON), so that a repeat gets the same; empty when none
     */
    record Receipt(BatchHead head, long accepted, long rejected, Optional<Instant> newestAt, String answer) {
        public Receipt {
            head = head.because(Optional.empty());
        }
    }

    /** A rejection and how it stands. */
    record Kept(RejectionId id, Rejection rejection, RejectionStanding standing) {}

    /** Open rejections of one source for one reason. */
    record OpenCount(String source, Reason reason, long rejections) {}

    /** Receipts of rows sent again, and how rejections stand now. */
    record Settlement(List<Receipt> receipts, Map<RejectionId, RejectionStanding> standings) {
        public Settlement {
            receipts = List.copyOf(receipts);
            standings = Map.copyOf(standings);
        }
    }

    /**
     * What to look for; empty means any.
     *
     * @param reason in force
     * @param since taken in at or after
     * @param text stands in the row or in what is said of it; letters of ASCII in any case
     */
    record Query(
            Optional<String> source,
            Optional<Reason> reason,
            Optional<RejectionStanding.Status> status,
            Optional<Instant> since,
            Optional<String> text,
            int offset,
            int limit) {
        /** All there are. */
        public static Query all(int limit) {
            return new Query(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, limit);
        }

        /** Those of one source. */
        public Query of(String one) {
            return new Query(Optional.of(one), reason, status, since, text, offset, limit);
        }

        /** Those for one reason. */
        public Query because(Reason one) {
            return new Query(source, Optional.of(one), status, since, text, offset, limit);
        }

        public Query standing(RejectionStanding.Status one) {
            return new Query(source, reason, Optional.of(one), since, text, offset, limit);
        }

        /** Another page of the same. */
        public Query page(int newOffset, int newLimit) {
            return new Query(source, reason, status, since, text, newOffset, newLimit);
        }
    }

    /**
     * Totals and freshness of one source.
     *
     * @param rejected kept rejections by the reason they came with, whatever became of them since; no entry for a reason
     *     that never came
     */
    record SourceStanding(
            String source,
            long batches,
            long accepted,
            Map<Reason, Long> rejected,
            Instant lastBatchAt,
            Optional<Instant> newestAt) {}
}
