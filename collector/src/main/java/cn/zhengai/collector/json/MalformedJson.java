package cn.zhengai.collector.json;

/** A document that is not JSON, or not of the shape expected; the message says where and what to do, in Chinese. */
public final class MalformedJson extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedJson(String message) {
        super(message, null, false, false);
    }

    /** What to say. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
