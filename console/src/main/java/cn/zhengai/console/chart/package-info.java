/** Lines drawn on the server as SVG. Pure. Start at {@link cn.zhengai.console.chart.SeriesChart}. */
@NullMarked
package cn.zhengai.console.chart;

import org.jspecify.annotations.NullMarked;
