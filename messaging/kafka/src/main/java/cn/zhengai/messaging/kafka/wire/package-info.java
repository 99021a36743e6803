/**
 * Readings as records of a topic, and back: the value is one flat JSON object, published as {@code reading.schema.json}.
 * Knows no broker. Start at {@link cn.zhengai.messaging.kafka.wire.ValueWriter} and {@link cn.zhengai.messaging.kafka.wire.RecordReader}.
 */
@NullMarked
package cn.zhengai.messaging.kafka.wire;

import org.jspecify.annotations.NullMarked;
