/**
 * The arithmetic of achievement (目标达成度): pure formulas over exact fractions, each with its source and one worked number
 * that is also a test. Knows no catalogue, no store and no time. Start at
 * {@link cn.zhengai.assessment.achievement.WeightedAchievement}.
 */
@NullMarked
package cn.zhengai.assessment.achievement;

import org.jspecify.annotations.NullMarked;
