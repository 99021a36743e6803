package cn.zhengai.collector.pull;

/**
 * What a comparison found.
 *
 * @param spans that were compared
 * @param differing of these, spans whose count or sum differed
 * @param fresh rows that were missing or different, and were handed in
 * @param vanished rows that are gone from the source
 */
public record Compared(int spans, int differing, long fresh, long vanished) {}
