/**
 * Grafana: what is published for it, its dashboards, and the Java that writes them. Knows core alone; whoever keeps
 * points implements {@link cn.zhengai.dashboards.point.PointSink}. Start at {@link cn.zhengai.dashboards.schema.Schema}.
 */
@NullMarked
package cn.zhengai.dashboards;

import org.jspecify.annotations.NullMarked;
