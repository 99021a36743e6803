/** Looks by hand at the log on Kafka. Start at {@link cn.zhengai.benchmarks.kafka.KafkaSpeed}. */
@NullMarked
package cn.zhengai.benchmarks.kafka;

import org.jspecify.annotations.NullMarked;
