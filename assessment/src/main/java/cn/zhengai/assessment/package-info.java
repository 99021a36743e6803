/** From a cycle of facts to achievement, grade, diagnosis and report. Knows core, never another feature. */
@NullMarked
package cn.zhengai.assessment;

import org.jspecify.annotations.NullMarked;
