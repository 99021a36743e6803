/**
 * How we talk to brokers: settings of the clients, and what their failures mean. Start at {@link
 * cn.zhengai.messaging.kafka.client.Connection}.
 */
@NullMarked
package cn.zhengai.messaging.kafka.client;

import org.jspecify.annotations.NullMarked;
