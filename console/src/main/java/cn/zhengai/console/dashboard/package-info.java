/**
 * The dashboards as pages: the same definitions as Grafana's, each panel asked for by itself. Knows nothing of where results
 * are kept. Start at {@link cn.zhengai.console.dashboard.BoardRoutes}.
 */
@NullMarked
package cn.zhengai.console.dashboard;

import org.jspecify.annotations.NullMarked;
