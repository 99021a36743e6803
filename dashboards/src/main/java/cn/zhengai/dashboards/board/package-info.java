/**
 * The seven dashboards, in Chinese, and the files that provision them. Start at
 * {@link cn.zhengai.dashboards.board.DashboardFiles}.
 */
@NullMarked
package cn.zhengai.dashboards.board;

import org.jspecify.annotations.NullMarked;
