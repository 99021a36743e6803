/**
 * Published results of an embedded run: points kept for as long as the process lives, and the dashboards' InfluxQL over
 * them, answered as InfluxDB would. Start at {@link cn.zhengai.storage.results.ResultStore}.
 */
@NullMarked
package cn.zhengai.storage.results;

import org.jspecify.annotations.NullMarked;
