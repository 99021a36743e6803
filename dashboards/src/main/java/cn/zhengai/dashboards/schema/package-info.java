/**
 * The measurements of the time series database, typed: what a tag or field is called and what it holds. Knows nothing of
 * how points are made or asked for. Start at {@link cn.zhengai.dashboards.schema.Schema}.
 */
@NullMarked
package cn.zhengai.dashboards.schema;

import org.jspecify.annotations.NullMarked;
