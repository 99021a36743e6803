/**
 * What is wrong with a dashboard before anybody opens it. Start at {@link cn.zhengai.dashboards.lint.DashboardLint}.
 */
@NullMarked
package cn.zhengai.dashboards.lint;

import org.jspecify.annotations.NullMarked;
