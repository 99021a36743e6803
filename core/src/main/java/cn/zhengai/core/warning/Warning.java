package cn.zhengai.core.warning;

import java.time.Instant;
import java.util.Optional;

/**
 * One episode of one series (预警). One of no data may speak about a source instead: then {@code firstAt} is the first
 * instant that lacks a reading, {@code raisedAt} when it was overdue, and {@code clearedAt} when it was seen to have come.
 *
 * @param id made from kind, series and the raising instant it had first; stays when a correction moves that instant
 * @param severity gravest of the episode
 * @param firstAt the first reading of the run that raised it
 * @param raisedAt the reading that raised it
 * @param raisedValue {@link cn.zhengai.core.measure.Micros#position} of that reading; of no data: of the number of
 *     series that were overdue
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

    /** Stands in place of the point when it speaks about a whole source; the subject is the source's id then. */
    public static final String WHOLE_SOURCE = "@source";

    private static final String OF_SOURCE = "@";

    /** The subject of a warning about one point of a source. */
    public static String ofSource(String source) {
        return OF_SOURCE + source;
    }

    /** The source it speaks about, all of it or one point; empty when it speaks about a series. */
    public Optional<String> source() {
        if (kind != WarningKind.NO_DATA) {
            return Optional.empty();
        }
        if (point.equals(WHOLE_SOURCE)) {
            return Optional.of(subject);
        }
        return subject.startsWith(OF_SOURCE) ? Optional.of(subject.substring(OF_SOURCE.length())) : Optional.empty();
    }

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
