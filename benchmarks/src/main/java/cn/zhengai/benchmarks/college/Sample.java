package cn.zhengai.benchmarks.college;

import java.time.Instant;

/**
 * One reading of the made-up college.
 *
 * @param at epoch milliseconds
 * @param hundredths the value in hundredths; of a ratio point the numerator, its denominator is {@link #WHOLE}
 */
record Sample(int point, int subject, long at, int hundredths) {
    static final int WHOLE = 10_000;

    boolean ratio() {
        return College.ratio(point);
    }

    /** As a line, timestamps in milliseconds. */
    void line(StringBuilder text) {
        text.append(College.point(point)).append(",subject=").append(College.subject(subject));
        if (ratio()) {
            text.append(" numerator=")
                    .append(hundredths)
                    .append(",denominator=")
                    .append(WHOLE);
        } else {
            decimal(text.append(" value="));
        }
        text.append(' ').append(at).append('\n');
    }

    /** As a line of NDJSON; the instant in ISO 8601, UTC. */
    void json(StringBuilder text) {
        text.append("{\"point\":\"").append(College.point(point));
        text.append("\",\"subject\":\"").append(College.subject(subject));
        text.append("\",\"at\":\"").append(Instant.ofEpochMilli(at)).append('"');
        if (ratio()) {
            text.append(",\"numerator\":").append(hundredths);
            text.append(",\"denominator\":").append(WHOLE);
        } else {
            decimal(text.append(",\"value\":"));
        }
        text.append("}\n");
    }

    /** As a row of {@link Traffic#HEADER}. */
    void row(StringBuilder text) {
        text.append(College.point(point)).append(',').append(College.subject(subject));
        text.append(',').append(at).append(',');
        if (ratio()) {
            text.append(',').append(hundredths).append(',').append(WHOLE);
        } else {
            decimal(text).append(",,");
        }
        text.append('\n');
    }

    private StringBuilder decimal(StringBuilder text) {
        text.append(hundredths / 100).append('.');
        return hundredths % 100 < 10 ? text.append('0').append(hundredths % 100) : text.append(hundredths % 100);
    }
}
