/**
 * Answers to questions, equal to those of InfluxDB 1.6. Start at {@link cn.zhengai.storage.results.evaluate.Evaluation}.
 */
@NullMarked
package cn.zhengai.storage.results.evaluate;

import org.jspecify.annotations.NullMarked;
