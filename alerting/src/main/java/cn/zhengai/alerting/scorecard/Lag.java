package cn.zhengai.alerting.scorecard;

import java.time.Duration;

/**
 * From what readings speak about to taking them in; over readings of a day together, so approximate within a day.
 *
 * @param median half of them are faster
 * @param slow 95 of 100 are faster
 */
public record Lag(Duration median, Duration slow) {}
