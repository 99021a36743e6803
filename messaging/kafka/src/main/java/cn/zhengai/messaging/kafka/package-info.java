/**
 * The log of readings on Apache Kafka: one record a reading, keyed by series, in a topic that others may write to as well.
 * Knows core and kafka-clients. Start at {@link cn.zhengai.messaging.kafka.KafkaLog}.
 */
@NullMarked
package cn.zhengai.messaging.kafka;

import org.jspecify.annotations.NullMarked;
