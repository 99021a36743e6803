/**
 * The way of a delivery into the store: what is new stands alone, what meets something is put together with it, history
 * before what it supersedes, the place last. Start at {@link cn.zhengai.storage.influxdb.write.InfluxWriter}.
 */
@NullMarked
package cn.zhengai.storage.influxdb.write;

import org.jspecify.annotations.NullMarked;
