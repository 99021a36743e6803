/** The ways in over HTTP: readings as JSON and as InfluxDB line protocol. Decides nothing about rows; that is the collector's. Start at {@link cn.zhengai.console.push.PushRoutes}. */
@NullMarked
package cn.zhengai.console.push;

import org.jspecify.annotations.NullMarked;
