package cn.zhengai.collector.push;

/** A request that is refused as a whole; nothing of it was taken. */
final class PushRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;

    PushRefused(Refusal refusal, String message) {
        super(message, null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
