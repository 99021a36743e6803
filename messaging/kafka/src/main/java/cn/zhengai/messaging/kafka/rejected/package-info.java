/**
 * Records that are no readings: kept whole with cause and origin in a topic of their own, and driven again. Start at {@link
 * cn.zhengai.messaging.kafka.rejected.DeadLetters}.
 */
@NullMarked
package cn.zhengai.messaging.kafka.rejected;

import org.jspecify.annotations.NullMarked;
