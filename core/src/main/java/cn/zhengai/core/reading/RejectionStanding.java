package cn.zhengai.core.reading;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a rejection stands at the desk.
 *
 * @param reason in force: that of the last time it was judged
 * @param detail as {@link Rejection#detail}, of the last time it was judged
 * @param columns as last sent again; those of the row as it came when it was not edited
 * @param answer the last thing somebody did about it; empty when nobody did
 */
public record RejectionStanding(
        Status status, Reason reason, String detail, Map<String, String> columns, Optional<Answer> answer) {
    public RejectionStanding {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        if (status != Status.OPEN && answer.isEmpty()) {
            throw new IllegalArgumentException("somebody answers for it: " + status);
        }
    }

    /** Nobody did anything yet. */
    public static RejectionStanding untouched(Rejection rejection) {
        return new RejectionStanding(
                Status.OPEN,
                rejection.reason(),
                rejection.detail(),
                rejection.kept().columns(),
                Optional.empty());
    }

    /** Whether something is left to do. */
    public enum Status {
        OPEN("待处理"),
        REPAIRED("已补报"),
        DISMISSED("已忽略");

        private final String chinese;

        Status(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /**
     * Who did it, when and why.
     *
     * @param batch in which the row was sent again; blank when nothing of it could be taken, or it was dismissed
     */
    public record Answer(String by, Instant at, String why, String batch) {}
}
