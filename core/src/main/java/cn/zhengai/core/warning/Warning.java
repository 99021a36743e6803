package cn.zhengai.core.warning;

import java.time.Instant;
import java.util.Optional;

/**
 * One episode of one series (预警).
 *
 * @param id made from kind, series and the raising instant it had first; stays when a correction moves that instant
 * @param severity gravest of the episode
 * @param firstAt the first reading of the run that raised it
 * @param raisedAt the reading that raised it
 * @param raisedValue {@link cn.zhengai.core.measure.Micros#position} of that reading
 * @param clearedAt the reading that cleared it; empty while open
 * @param told someone was told of it (history tells nobody)
 * @param acknowledgement empty until someone answers; acknowledging never hides a warning
 */
public record Warning(
        String id,
        WarningKind kind,
        String point,
        String subject,
        Severity severity,
        Status status,
        Instant firstAt,
        Instant raisedAt,
        long raisedValue,
        Optional<Instant> clearedAt,
        boolean told,
        Optional<Acknowledgement> acknowledgement) {

    /** Where it is in its life. */
    public enum Status {
        OPEN("未解除"),
        /** Open, and out of warning, but not yet back on standard. */
        EASED("缓解"),
        CLEARED("已解除"),
        /** A correction took its cause away. */
        WITHDRAWN("已撤销");

        private final String chinese;

        Status(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }

        public boolean open() {
            return this == OPEN || this == EASED;
        }
    }

    /** Who answered, when, and what they said. */
    public record Acknowledgement(String by, Instant at, String note) {}
}
