package cn.zhengai.core.reading;

import java.util.Set;

/**
 * Which changes are asked for.
 *
 * @param since what was known then
 * @param until what is known now
 * @param points of these alone
 * @param from first instant that values may speak about, epoch milliseconds
 * @param to first instant no longer wanted
 * @param offset changes to leave out; without meaning for counts
 * @param limit changes to give at most; without meaning for counts
 */
public record ChangeQuery(
        Knowledge since, Knowledge until, Set<String> points, long from, long to, int offset, int limit) {
    public ChangeQuery {
        points = Set.copyOf(points);
        if (offset < 0 || limit < 0) {
            throw new IllegalArgumentException("offset " + offset + ", limit " + limit);
        }
    }

    /** Of any instant, the first so many. */
    public static ChangeQuery of(Knowledge since, Knowledge until, Set<String> points, int limit) {
        return new ChangeQuery(since, until, points, Long.MIN_VALUE, Long.MAX_VALUE, 0, limit);
    }
}
