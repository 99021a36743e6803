package cn.zhengai.server.command;

import cn.zhengai.core.port.Trouble;

/** How a command ended, for scripts. Documented in README. */
public enum ExitCode {
    OK(0),
    /** Something unforeseen; the log has the details. */
    FAILED(1),
    /** The command line was not understood. */
    USAGE(2),
    /** Java or Maven is missing or too old (used by the launcher). */
    MISSING_TOOL(3),
    /** The catalogue or the settings have errors. */
    BAD_CATALOGUE(4),
    /** Another process holds the data folder. */
    IN_USE(5),
    /** The data folder was written by a newer version. */
    NEWER_VERSION(6),
    PORT_TAKEN(7),
    DISK_FULL(8),
    /** What was named does not exist. */
    NOT_FOUND(9),
    /** Rows were rejected. */
    REJECTED(10),
    /** A backup is incomplete, damaged or too new. */
    UNSOUND(11);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The code for a trouble of the outside. */
    static ExitCode of(Trouble trouble) {
        return switch (trouble) {
            case IN_USE -> IN_USE;
            case NEWER_VERSION -> NEWER_VERSION;
            case DISK_FULL -> DISK_FULL;
            case UNAVAILABLE, STALE, CORRUPT, REFUSED -> FAILED;
        };
    }
}
