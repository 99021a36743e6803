package cn.zhengai.server.settings;

/** The run cannot start as things are; the message is for the person at the terminal, in Chinese. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Cause cause;

    public Refusal(Cause cause, String sentence) {
        super(sentence);
        this.cause = cause;
    }

    public Cause why() {
        return cause;
    }

    /** What stands in the way. */
    public enum Cause {
        SETTINGS,
        CATALOGUE,
        IN_USE,
        NEWER_VERSION,
        PORT_TAKEN,
        DISK,
        NOT_FOUND
    }
}
