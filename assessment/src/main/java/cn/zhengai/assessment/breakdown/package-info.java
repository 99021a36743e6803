/**
 * The result of an assessment: values only, from the college down to each subject's figure and the sentence of
 * arithmetic behind it, with its JSON form and digest. Does not compute. Start at
 * {@link cn.zhengai.assessment.breakdown.CollegeAssessment}.
 */
@NullMarked
package cn.zhengai.assessment.breakdown;

import org.jspecify.annotations.NullMarked;
