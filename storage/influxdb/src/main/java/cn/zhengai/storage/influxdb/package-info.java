/**
 * The readings in InfluxDB: written as line protocol, read by InfluxQL, the same against releases 1.8 and 2. Knows core and
 * the official client. Start at {@link cn.zhengai.storage.influxdb.InfluxReadings}.
 */
@NullMarked
package cn.zhengai.storage.influxdb;

import org.jspecify.annotations.NullMarked;
