package cn.zhengai.core.reading;

/**
 * A row that is not a reading; nothing is dropped silently.
 *
 * @param row where in its batch it stood, from 1
 * @param detail what was found and what to do, in Chinese
 * @param kept the row as it came
 */
public record Rejection(BatchHead head, int row, Reason reason, String detail, KeptRow kept) {

    /** A row that could not be taken apart. */
    public Rejection(BatchHead head, int row, Reason reason, String detail, String raw) {
        this(head, row, reason, detail, KeptRow.of(raw));
    }

    /** The row's text as it came. */
    public String raw() {
        return kept.text();
    }
}
