/**
 * A real InfluxDB for tests: Debian's engine on loopback ports in a folder of its own, stopped, killed and started again on
 * demand, with the writing and deleting API of later releases in front of it. Knows nothing of what is stored. Start at
 * {@link cn.zhengai.testkit.influx.InfluxServer}.
 */
@NullMarked
package cn.zhengai.testkit.influx;

import org.jspecify.annotations.NullMarked;
