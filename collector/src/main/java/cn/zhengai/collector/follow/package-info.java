/**
 * From a topic of another system's Kafka to the intake desk: reads on in every partition, hands records in as rows, and
 * moves a cursor only when they are durable. Knows nothing of Kafka's client. Start at {@link
 * cn.zhengai.collector.follow.FollowDesk}; one turn is {@link cn.zhengai.collector.follow.Follower}.
 */
@NullMarked
package cn.zhengai.collector.follow;

import org.jspecify.annotations.NullMarked;
