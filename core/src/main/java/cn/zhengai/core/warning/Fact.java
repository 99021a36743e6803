package cn.zhengai.core.warning;

import java.time.Instant;

/**
 * Something that happened to a warning, once and for good.
 *
 * @param id deterministic: the same cause gives the same id, so a repeat changes nothing
 * @param number place in the feed, from 1 without gaps in the order of commits; 0 before it is kept
 * @param warning as it stood after the step
 * @param tell whether people are to be told
 * @param recordedAt when it became known
 * @param by the person who did it; empty for the system
 */
public record Fact(String id, long number, Step step, Warning warning, boolean tell, Instant recordedAt, String by) {
    /**
     * Someone answered. The same person answering the same warning at the same millisecond is one fact; nobody is told.
     *
     * @param after the warning with the acknowledgement
     */
    public static Fact acknowledged(Warning after, Warning.Acknowledgement acknowledgement) {
        String id = after.id() + "#" + Step.ACKNOWLEDGED + "#"
                + acknowledgement.at().toEpochMilli() + "#" + acknowledgement.by();
        return new Fact(id, 0, Step.ACKNOWLEDGED, after, false, acknowledgement.at(), acknowledgement.by());
    }
}
