/**
 * From a catalogue and the figures of a cycle to the assessment of every unit: pure, one pass over the store. Knows the
 * formulas and the result, neither ledger nor clock. Start at {@link cn.zhengai.assessment.scoring.CollegeScoring}.
 */
@NullMarked
package cn.zhengai.assessment.scoring;

import org.jspecify.annotations.NullMarked;
