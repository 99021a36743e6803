/**
 * Facts of warnings as records of a topic that others read, published as {@code warning.schema.json}. Knows nothing of
 * rules and recipients. Start at {@link cn.zhengai.messaging.kafka.announce.Announcer}.
 */
@NullMarked
package cn.zhengai.messaging.kafka.announce;

import org.jspecify.annotations.NullMarked;
