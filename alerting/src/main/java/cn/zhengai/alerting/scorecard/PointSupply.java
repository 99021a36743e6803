package cn.zhengai.alerting.scorecard;

/**
 * One point of a source.
 *
 * @param complete series and periods that have a reading, of those that should
 * @param late readings taken in after they were due, of all live ones
 */
public record PointSupply(String point, Share complete, Share late) {}
