/**
 * Kafka, PostgreSQL and InfluxDB of this machine on loopback, and the product over them in roles. Start at {@link
 * cn.zhengai.engines.Engines}.
 */
@NullMarked
package cn.zhengai.engines;

import org.jspecify.annotations.NullMarked;
