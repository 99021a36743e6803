package cn.zhengai.assessment.breakdown;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One task of a goal.
 *
 * @param doneOn empty while it is not done
 * @param evidence where the proof is
 */
public record TaskResult(
        String name, LocalDate due, Optional<LocalDate> doneOn, Optional<String> evidence, Standing standing) {

    /** How a task stands on the day of the assessment. */
    public enum Standing {
        DONE("已完成"),
        /** Done after its due date; counts as done. */
        DONE_LATE("逾期完成"),
        OPEN("进行中"),
        OVERDUE("逾期未完成");

        private final String chinese;

        Standing(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }

        public boolean done() {
            return this == DONE || this == DONE_LATE;
        }
    }
}
