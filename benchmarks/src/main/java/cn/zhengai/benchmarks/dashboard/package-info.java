/** How fast boards answer from a big results database. Start at {@link cn.zhengai.benchmarks.dashboard.DashboardSpeed}. */
@NullMarked
package cn.zhengai.benchmarks.dashboard;

import org.jspecify.annotations.NullMarked;
