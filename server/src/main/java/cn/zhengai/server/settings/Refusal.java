package cn.zhengai.server.settings;

/** The run cannot start as things are; the message is for the person at the terminal, in Chinese. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Cause cause;
    private final String sentence;

    public Refusal(Cause cause, String sentence) {
        super(sentence);
        this.cause = cause;
        this.sentence = sentence;
    }

    /** What happened, where, and what to do. */
    public String sentence() {
        return sentence;
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
