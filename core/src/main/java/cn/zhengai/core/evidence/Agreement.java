package cn.zhengai.core.evidence;

import java.util.Objects;

/**
 * What was derived beside what was kept.
 *
 * @param kept as people are shown it; empty when there is nothing to compare with
 */
public record Agreement(State state, String kept) {
    /** Nothing was kept. */
    public static final Agreement NONE = new Agreement(State.NOT_COMPARED, "");

    /** Do they agree, to the digit? */
    public static Agreement of(Object derived, Object kept, String keptShown) {
        return new Agreement(Objects.equals(derived, kept) ? State.EQUAL : State.DIFFERS, keptShown);
    }

    /** The kept figure is not the derived one: somebody has to look. */
    public boolean alarming() {
        return state == State.DIFFERS;
    }

    /** For people; empty when nothing was compared. */
    public String sentence() {
        return switch (state) {
            case NOT_COMPARED -> "";
            case EQUAL -> "与保存的结果逐位一致";
            case DIFFERS -> "不一致：保存的结果是 " + kept + "，请停止使用并报告系统管理员";
        };
    }

    /** How they compare. */
    public enum State {
        NOT_COMPARED,
        EQUAL,
        DIFFERS
    }
}
