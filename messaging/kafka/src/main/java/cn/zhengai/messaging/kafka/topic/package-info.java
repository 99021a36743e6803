/** The topics, created and checked before anything is read or written. Start at {@link cn.zhengai.messaging.kafka.topic.Topics}. */
@NullMarked
package cn.zhengai.messaging.kafka.topic;

import org.jspecify.annotations.NullMarked;
