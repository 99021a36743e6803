package cn.zhengai.core.warning;

import java.time.Instant;

/**
 * One message to one recipient over one channel (通知).
 *
 * @param id deterministic from fact, channel and address; receivers use it to see a repeat
 * @param fact number of the fact it tells of
 * @param unit id of the unit addressed
 * @param channel {@code mail}, {@code webhook}
 * @param title one line, Chinese
 * @param text plain text, Chinese; no personal value
 * @param data the same for machines, JSON
 * @param createdAt when the fact became known
 */
public record Notice(
        String id,
        long fact,
        String warning,
        String unit,
        String channel,
        String address,
        String title,
        String text,
        String data,
        Instant createdAt) {

    /**
     * How it stands.
     *
     * @param attempts made so far
     * @param next when the next attempt is due; meaningless unless waiting
     * @param answer the last answer, Chinese; empty before the first attempt
     */
    public record Standing(State state, int attempts, Instant next, String answer) {}

    /** Waiting, delivered or given up. */
    public enum State {
        WAITING("待发送"),
        DELIVERED("已送达"),
        REFUSED("被拒绝");

        private final String chinese;

        State(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }
}
