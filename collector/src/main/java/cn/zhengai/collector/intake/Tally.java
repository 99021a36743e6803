package cn.zhengai.collector.intake;

import cn.zhengai.collector.mapping.Skip;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reason;
import java.util.Map;

/**
 * What became of a batch.
 *
 * @param rows how many were handed over
 * @param accepted readings
 * @param rejected rejections by reason
 * @param skipped what was passed over, by why
 */
public record Tally(BatchHead head, long rows, long accepted, Map<Reason, Long> rejected, Map<Skip, Long> skipped) {
    public Tally {
        rejected = Map.copyOf(rejected);
        skipped = Map.copyOf(skipped);
    }

    public long rejections() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }
}
