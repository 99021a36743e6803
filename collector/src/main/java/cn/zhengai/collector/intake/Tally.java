package cn.zhengai.collector.intake;

import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reason;
import java.util.Map;

/**
 * What became of a batch.
 *
 * @param rows how many were handed over
 * @param accepted readings
 * @param rejected rejections by reason
 */
public record Tally(BatchHead head, long rows, long accepted, Map<Reason, Long> rejected) {
    public Tally {
        rejected = Map.copyOf(rejected);
    }

    public long rejections() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }
}
