/** Reading as a member of a group. Start at {@link cn.zhengai.messaging.kafka.read.Member}. */
@NullMarked
package cn.zhengai.messaging.kafka.read;

import org.jspecify.annotations.NullMarked;
