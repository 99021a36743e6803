/**
 * Questions of the dashboards and their answers, whoever gives them: InfluxQL with every variable filled in, and what
 * InfluxDB would answer. Start at {@link cn.zhengai.dashboards.answer.ResultSource}.
 */
@NullMarked
package cn.zhengai.dashboards.answer;

import org.jspecify.annotations.NullMarked;
