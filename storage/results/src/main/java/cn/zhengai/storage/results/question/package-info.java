/**
 * InfluxQL, as much of it as the dashboards ask, as values; everything else is refused by name. Start at
 * {@link cn.zhengai.storage.results.question.Parser}.
 */
@NullMarked
package cn.zhengai.storage.results.question;

import org.jspecify.annotations.NullMarked;
