package cn.zhengai.collector.keys;

import java.time.Instant;

/**
 * One key as it is kept; the key itself is not.
 *
 * @param source id of the source it belongs to
 * @param sha256 of the key's UTF-8, in hex
 * @param label for people: which system, who asked
 */
public record ApiKey(String source, String sha256, Instant created, String label) {}
