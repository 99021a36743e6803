package cn.zhengai.collector.rejection;

/** What the desk does not do; nothing has changed. */
public final class DeskRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Cause why;

    DeskRefused(Cause why, String sentence) {
        super(sentence, null, false, false);
        this.why = why;
    }

    public Cause why() {
        return why;
    }

    /** What happened and what to do, in Chinese. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** Why not. */
    public enum Cause {
        /** No rejection of this id. */
        UNKNOWN,
        /** Somebody dealt with it before. */
        SETTLED,
        /** The row could not be taken apart, and no columns are given. */
        NO_COLUMNS,
        /** Name or reason are missing or too long. */
        WORDS
    }
}
