/**
 * The server: writes, questions whose answers are read as a stream, deletions, and troubles translated once. Knows nothing
 * of readings. Start at {@link cn.zhengai.storage.influxdb.client.Connection}.
 */
@NullMarked
package cn.zhengai.storage.influxdb.client;

import org.jspecify.annotations.NullMarked;
