/**
 * The catalogue, compiled for evaluation: which rule a series has, and what a value says under it. Knows nothing of
 * episodes, logs or people. Start at {@link cn.zhengai.alerting.rule.RuleBook}.
 */
@NullMarked
package cn.zhengai.alerting.rule;

import org.jspecify.annotations.NullMarked;
