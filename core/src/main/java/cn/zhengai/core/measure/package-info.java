/**
 * Numbers that must be right to the digit: fixed-point readings, exact fractions, conditions, the three lines and the
 * band a value stands in. Knows nothing of points, subjects or time. Start at {@link cn.zhengai.core.measure.ThreeLines}.
 */
@NullMarked
package cn.zhengai.core.measure;

import org.jspecify.annotations.NullMarked;
