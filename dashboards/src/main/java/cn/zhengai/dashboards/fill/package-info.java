/**
 * Variables and macros of the dashboards filled in, as Grafana fills them in, and what a reader may choose. Start at
 * {@link cn.zhengai.dashboards.fill.Choice}.
 */
@NullMarked
package cn.zhengai.dashboards.fill;

import org.jspecify.annotations.NullMarked;
