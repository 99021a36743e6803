package cn.zhengai.core.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Results of assessments, kept with the figures they used. Never changed; a new computation is a new entry. */
public interface AssessmentLedger {
    /** Keeping the same again (cycle, instant, catalogue, digest) changes nothing. */
    void keep(Kept assessment);

    /** The newest of a cycle: latest computed; last kept among those of one instant. */
    Optional<Kept> newest(String cycle);

    /** All of a cycle, newest first, without their documents. */
    List<Kept> history(String cycle);

    /**
     * One computed assessment of all departments.
     *
     * @param computedAt time of knowledge
     * @param catalogue digest of the rules used
     * @param digest of the result: equal results have equal digests
     * @param document the result with its breakdown, JSON; empty in {@link #history}
     */
    record Kept(String cycle, Instant computedAt, String catalogue, String digest, String document) {}
}
