package cn.zhengai.core.reading;

import java.time.Instant;

/**
 * Where readings came from: one push, one file, one pull.
 *
 * @param id unique; the same input sent again has the same id
 * @param source id of the declared source
 * @param recordedAt when it was taken in: the time of knowledge
 * @param history loaded as backfill: tells nobody
 */
public record BatchHead(String id, String source, Instant recordedAt, boolean history) {}
