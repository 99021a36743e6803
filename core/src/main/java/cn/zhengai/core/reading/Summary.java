package cn.zhengai.core.reading;

import java.math.BigInteger;

/**
 * What a series' readings in force sum up to over a span.
 *
 * @param count at least 1
 * @param sum of plain values, in millionths
 * @param min {@link cn.zhengai.core.measure.Micros#position} of the lowest value
 * @param max position of the highest value
 * @param last the reading in force of the newest instant (its row and batch serve as evidence)
 * @param numerators sum of numerators, in millionths
 * @param denominators sum of denominators, in millionths; zero when all values are plain
 */
public record Summary(
        Series series,
        long count,
        BigInteger sum,
        long min,
        long max,
        Reading last,
        BigInteger numerators,
        BigInteger denominators) {}
