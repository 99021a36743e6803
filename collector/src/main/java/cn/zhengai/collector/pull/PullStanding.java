package cn.zhengai.collector.pull;

import java.time.Instant;
import java.util.Optional;

/**
 * How a pulled source stands.
 *
 * @param lastCompleteAt when everything up to the safety lag was last taken; empty: not since the start of this process
 * @param trouble what the last turn failed at, for people; empty when it did not
 * @param nextAt when it is asked next
 */
public record PullStanding(
        String source, Optional<Instant> lastCompleteAt, Optional<String> trouble, int failures, Instant nextAt) {}
