/**
 * How a figure, band, warning or grade comes about, as one tree of values from the answer down to the readings. Values
 * only: assessment and alerting make them, faces show them. Start at {@link cn.zhengai.core.evidence.Explanation}.
 */
@NullMarked
package cn.zhengai.core.evidence;

import org.jspecify.annotations.NullMarked;
