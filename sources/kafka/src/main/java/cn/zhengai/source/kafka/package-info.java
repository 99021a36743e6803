/**
 * Topics of other systems over Kafka's client: a consumer in no group that is told where to read. Knows nothing of rows
 * and cursors. Start at {@link cn.zhengai.source.kafka.KafkaTopics}.
 */
@NullMarked
package cn.zhengai.source.kafka;

import org.jspecify.annotations.NullMarked;
