package cn.zhengai.alerting.engine;

import cn.zhengai.core.reading.Logged;
import java.time.Instant;

/**
 * What made the warnings of a series change: a reading or new rules.
 *
 * @param id unique among the causes of a series; part of the ids of its facts
 * @param seq place of the reading in the log; 0 for rules
 * @param knownAt when it became known
 * @param live may tell people: neither history nor a change of rules
 * @param at instant the reading speaks about, epoch milliseconds
 * @param opens may be what people hear of first: a raising reading, or one that came late
 */
public record Cause(String id, long seq, Instant knownAt, boolean live, long at, boolean opens) {
    static Cause reading(Logged logged, boolean late, boolean raises) {
        return new Cause(
                Long.toString(logged.seq()),
                logged.seq(),
                logged.head().recordedAt(),
                !logged.head().history(),
                logged.reading().at(),
                late || raises);
    }

    /** New rules: tell nobody. */
    public static Cause rules(String digest, Instant now) {
        return new Cause("rules-" + digest + "-" + now.toEpochMilli(), 0, now, false, Long.MIN_VALUE, false);
    }

    /** May people be told of the episode now? {@code changed}: it is new or not as it was. */
    boolean tells(Episode episode, boolean changed) {
        return live && opens && episode.live() && (changed || episode.covers(at));
    }
}
