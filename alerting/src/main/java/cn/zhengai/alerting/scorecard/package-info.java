/**
 * How good the supply of each source is: fresh, in time, complete, valid, undisputed. Knows nothing of warnings of
 * thresholds, pages or metrics. Start at {@link cn.zhengai.alerting.scorecard.Scorecards}.
 */
@NullMarked
package cn.zhengai.alerting.scorecard;

import org.jspecify.annotations.NullMarked;
