package cn.zhengai.collector.intake;

import cn.zhengai.collector.mapping.RowSource;
import cn.zhengai.core.catalogue.SourceMapping;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rows handed in together.
 *
 * @param batchId the same for the same input sent again
 * @param way how it came, for metrics: {@code json}, {@code line-protocol}, {@code csv} ...
 * @param history backfill: tells nobody
 * @param bytes its size, for metrics: a pushed body unpacked, a file as it lies on disk
 * @param outcomes told of every row as it is judged, before it is durable
 * @param reason why it is sent (更正原因), for rows that do not say so themselves; empty when nobody said
 * @param answer writes the answer that a repeat gets too; called once, when everything is durable
 */
public record Submission(
        String batchId,
        String way,
        SourceMapping mapping,
        boolean history,
        long bytes,
        RowSource rows,
        Outcomes outcomes,
        Optional<String> reason,
        Function<Tally, String> answer) {

    /** Without a reason. */
    public Submission(
            String batchId,
            String way,
            SourceMapping mapping,
            boolean history,
            long bytes,
            RowSource rows,
            Outcomes outcomes,
            Function<Tally, String> answer) {
        this(batchId, way, mapping, history, bytes, rows, outcomes, Optional.empty(), answer);
    }
}
