package cn.zhengai.core.catalogue;

import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Fraction;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A goal of a unit in a cycle (目标任务), Art. 5.
 *
 * @param cycle id of the cycle
 * @param unit id of the unit that answers for it
 * @param weight positive
 */
public record Goal(
        String id, String name, String cycle, String unit, TaskKind taskKind, Fraction weight, Scoring scoring) {
    public Goal {
        if (weight.signum() <= 0) {
            throw new IllegalArgumentException("weight must be positive: " + id);
        }
    }

    /** Art. 5: what makes up a department's goals of the year. */
    public enum TaskKind {
        KEY("重点工作"),
        ROUTINE("常规工作"),
        ADDITIONAL("当年额外增加的工作");

        private final String chinese;

        TaskKind(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** How achievement is measured; domain page, section 4. */
    public sealed interface Scoring permits Ratio, Met, Tasks {}

    /**
     * 100 * actual / target (higher is better) or 100 * target / actual (lower is better; 100 when actual is at target
     * or below), at most {@code cap}.
     *
     * @param point whose roll-up over the unit's subjects is the actual value
     * @param target in the point's unit, positive
     * @param cap percent, 100 unless said otherwise
     */
    public record Ratio(String point, Fraction target, Fraction cap) implements Scoring {
        public Ratio {
            if (target.signum() <= 0 || cap.signum() <= 0) {
                throw new IllegalArgumentException("target and cap must be positive: " + point);
            }
        }
    }

    /**
     * 100 * subjects whose rolled-up value meets the value / subjects of the unit it applies to.
     *
     * @param value what must be met; empty: the point's standard in force at the end of the cycle
     */
    public record Met(String point, Optional<Condition> value) implements Scoring {}

    /** 100 * done / total. */
    public record Tasks(List<Task> tasks) implements Scoring {
        public Tasks {
            tasks = List.copyOf(tasks);
            if (tasks.isEmpty()) {
                throw new IllegalArgumentException("a goal of tasks has at least one");
            }
        }
    }

    /**
     * One task.
     *
     * @param doneOn the day it was done; empty while it is not
     * @param evidence where the proof is; empty when not done
     */
    public record Task(String name, LocalDate due, Optional<LocalDate> doneOn, Optional<String> evidence) {}
}
