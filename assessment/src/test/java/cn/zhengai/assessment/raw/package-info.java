/**
 * Colleges as bare numbers, a way to turn them into catalogue and readings, and a calculator that works them out apart
 * from the product. Start at {@link cn.zhengai.assessment.raw.RawCollege}.
 */
@NullMarked
package cn.zhengai.assessment.raw;

import org.jspecify.annotations.NullMarked;
