package cn.zhengai.collector.push;

import cn.zhengai.core.port.Trouble;

/** Why a request is refused as a whole: its status, its code (as InfluxDB names them), and when to try again. */
enum Refusal {
    MALFORMED(400, "invalid", 0),
    KEY_IN_USE(409, "conflict", 1),
    TOO_LARGE(413, "request too large", 0),
    KEY_REUSED(422, "unprocessable entity", 0),
    BUSY(429, "too many requests", 2),
    FAILED(500, "internal error", 0),
    UNAVAILABLE(503, "unavailable", 10),
    DISK_FULL(507, "insufficient storage", 60);

    private final int status;
    private final String code;
    private final int retryAfter;

    Refusal(int status, String code, int retryAfter) {
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    static Refusal of(Trouble trouble) {
        return switch (trouble) {
            case DISK_FULL -> DISK_FULL;
            case UNAVAILABLE, IN_USE, STALE -> UNAVAILABLE;
            case NEWER_VERSION, CORRUPT, REFUSED -> FAILED;
        };
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    /** Seconds; 0: trying again changes nothing. */
    int retryAfter() {
        return retryAfter;
    }
}
