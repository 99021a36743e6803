/** Writing durably. Start at {@link cn.zhengai.messaging.kafka.append.Appender}. */
@NullMarked
package cn.zhengai.messaging.kafka.append;

import org.jspecify.annotations.NullMarked;
