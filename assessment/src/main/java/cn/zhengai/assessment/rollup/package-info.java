/**
 * From readings to figures: what a series comes to over a cycle, what a group of subjects comes to, and which band that
 * is. Exact, and one pass over the store for any number of points and units. Knows nothing of goals and grades. Start at
 * {@link cn.zhengai.assessment.rollup.CycleFigures}.
 */
@NullMarked
package cn.zhengai.assessment.rollup;

import org.jspecify.annotations.NullMarked;
