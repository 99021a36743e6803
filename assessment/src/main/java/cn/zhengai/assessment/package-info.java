/**
 * From a cycle of facts to achievement, grade, diagnosis and report: the desk where results are asked for, kept and taken
 * apart. Knows core, never another feature, nor which store or ledger it works with. Start at
 * {@link cn.zhengai.assessment.AssessmentDesk}.
 */
@NullMarked
package cn.zhengai.assessment;

import org.jspecify.annotations.NullMarked;
