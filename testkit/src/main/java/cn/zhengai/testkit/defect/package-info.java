/**
 * Defects to be put into a sound catalogue, and whether a check finds them where they stand. Knows texts alone, no type of
 * the catalogue. Start at {@link cn.zhengai.testkit.defect.Defects}.
 */
@NullMarked
package cn.zhengai.testkit.defect;

import org.jspecify.annotations.NullMarked;
