package cn.zhengai.core.reading;

/**
 * A value that is not what it was (更正): of one series and instant what was in force then and what is in force now.
 *
 * @param before known then
 * @param after of another value, numerator or denominator; logged after what was known then
 */
public record Change(Logged before, Logged after) {}
