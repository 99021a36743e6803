/**
 * Assessments as files that people open (xlsx), payroll systems read (csv) and programs read (json). Writes what the
 * result says and computes nothing. Start at {@link cn.zhengai.assessment.export.Exports}.
 */
@NullMarked
package cn.zhengai.assessment.export;

import org.jspecify.annotations.NullMarked;
