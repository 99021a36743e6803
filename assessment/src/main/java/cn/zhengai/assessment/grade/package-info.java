/**
 * Grades by Article 11, and how exact figures are shown without ever looking better than they are. Knows nothing of
 * goals or readings. Start at {@link cn.zhengai.assessment.grade.Grade}.
 */
@NullMarked
package cn.zhengai.assessment.grade;

import org.jspecify.annotations.NullMarked;
