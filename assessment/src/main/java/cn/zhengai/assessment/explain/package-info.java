/**
 * Takes figures, bands, goals and grades apart and puts them together again from the readings, by arithmetic of its own:
 * none of that of the roll-up, scoring and grade packages is used, so that agreement means something. Knows core and the
 * kept results. Start at {@link cn.zhengai.assessment.explain.ExplanationDesk}.
 */
@NullMarked
package cn.zhengai.assessment.explain;

import org.jspecify.annotations.NullMarked;
