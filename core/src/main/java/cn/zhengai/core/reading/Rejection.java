package cn.zhengai.core.reading;

/**
 * A row that is not a reading; nothing is dropped silently.
 *
 * @param row where in its batch it stood, from 1
 * @param detail what was found and what to do, in Chinese
 * @param raw the row as it came, at most 4,000 characters of it
 */
public record Rejection(BatchHead head, int row, Reason reason, String detail, String raw) {
    private static final int RAW_LIMIT = 4000;

    public Rejection {
        raw = raw.length() > RAW_LIMIT ? raw.substring(0, RAW_LIMIT) : raw;
    }
}
