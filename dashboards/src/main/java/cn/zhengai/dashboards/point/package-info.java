/**
 * Points of the time series database: their values, their text as line protocol, and the port that takes them. Knows no
 * dashboards. Start at {@link cn.zhengai.dashboards.point.Point}.
 */
@NullMarked
package cn.zhengai.dashboards.point;

import org.jspecify.annotations.NullMarked;
