package cn.zhengai.messaging.kafka.read;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Where partitions begin and end now. */
record Bounds(String topic, Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends) {

    static Bounds of(KafkaConsumer<byte[], byte[]> consumer, String topic, Collection<Integer> partitions) {
        List<TopicPartition> names = partitions.stream()
                .map(partition -> new TopicPartition(topic, partition))
                .toList();
        return new Bounds(topic, consumer.beginningOffsets(names), consumer.endOffsets(names));
    }

    /**
     * The offset at which a consumer goes on.
     *
     * @throws PortException {@link Trouble#CORRUPT} when what it has not seen is deleted, or it stands beyond the end
     */
    long begin(int partition, long position, String group) {
        TopicPartition name = new TopicPartition(topic, partition);
        long first = begins.getOrDefault(name, 0L);
        long end = ends.getOrDefault(name, 0L);
        if (position > end) {
            throw new PortException(
                    Trouble.CORRUPT,
                    "消费组 " + group + " 在主题 " + topic + " 分区 " + partition + " 的位置 " + position + " 超过了末尾 " + end
                            + "：主题可能被重建，或台账来自另一套集群。请让台账与主题来自同一时刻的备份。");
        }
        if (position > 0 && position < first) {
            throw new PortException(
                    Trouble.CORRUPT,
                    "消费组 " + group + " 在主题 " + topic + " 分区 " + partition + " 的位置是 " + position + "，而 Kafka 已按保留期删到 "
                            + first + "：其间的采集值没有处理就被删除。请延长主题的 retention.ms，并从业务系统补送这段时间的数据。");
        }
        return Math.max(first, position);
    }
}
