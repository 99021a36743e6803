package cn.zhengai.core.reading;

/**
 * How many values changed.
 *
 * @param source that sent the value in force now
 */
public record ChangeCount(String point, String source, long count) {}
