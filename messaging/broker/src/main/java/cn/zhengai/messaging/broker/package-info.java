/**
 * Kafka brokers in Java processes of our own, for tests and for a look without Docker; never for a college's data. Knows
 * of ours only where servers of tests listen. Start at {@link cn.zhengai.messaging.broker.ClusterPlan}.
 */
@NullMarked
package cn.zhengai.messaging.broker;

import org.jspecify.annotations.NullMarked;
