package cn.zhengai.messaging.kafka.wire;

import cn.zhengai.core.reading.Reason;

/** Ends the reading of a record that is none; never leaves this package. */
final class Unsound extends Exception {
    private final Reason reason;
    private final String detail;

    Unsound(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    Decoded.Poison poison() {
        return new Decoded.Poison(reason, detail);
    }
}
