/**
 * Grafana's JSON as small typed records: schema version 36, core panels, InfluxQL. Knows nothing of a college. Start at
 * {@link cn.zhengai.dashboards.grafana.Dashboard}.
 */
@NullMarked
package cn.zhengai.dashboards.grafana;

import org.jspecify.annotations.NullMarked;
