package cn.zhengai.collector.lineprotocol;

import cn.zhengai.core.reading.Reason;

/** A line that is no line protocol; says why, in Chinese, and where. Carries no stack: bad lines come in thousands. */
public final class LineError extends Exception {
    private static final long serialVersionUID = 1L;
    private final Reason reason;

    LineError(Reason reason, int column, String message) {
        super("第 " + column + " 个字节：" + message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The sentence: the byte within its line, from 1, and what is wrong there. */
    public String sentence() {
        String message = getMessage();
        return message == null ? reason.chinese() : message;
    }
}
