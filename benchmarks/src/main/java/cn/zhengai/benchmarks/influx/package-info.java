/**
 * A look by hand at how fast readings go to InfluxDB and come back. Knows the adapter and the test server. Start at {@link
 * cn.zhengai.benchmarks.influx.InfluxSpeed}.
 */
@NullMarked
package cn.zhengai.benchmarks.influx;

import org.jspecify.annotations.NullMarked;
