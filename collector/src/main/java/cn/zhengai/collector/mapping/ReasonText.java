package cn.zhengai.collector.mapping;

import cn.zhengai.core.reading.BatchHead;
import java.util.Optional;
import java.util.regex.Pattern;

/** The reason of a correction as people and systems write it, and as it is kept: one line, not too long. */
public final class ReasonText {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}&&[^\\u200d]]+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u3000\\p{Cntrl}]+");
    private static final String MORE = "…";

    private ReasonText() {}

    /** One line without space around it and without marks nobody sees; empty when nothing is left. */
    public static Optional<String> plain(String written) {
        String seen = UNSEEN.matcher(written).replaceAll("");
        String line = SPACE.matcher(seen).replaceAll(" ").strip();
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }

    /** Longer than what is kept; {@link #cut} then loses something. */
    public static boolean isTooLong(String plain) {
        return plain.codePointCount(0, plain.length()) > BatchHead.LONGEST_REASON;
    }

    /** As it is kept; what is cut ends in {@code …}. */
    public static String cut(String plain) {
        return isTooLong(plain)
                ? plain.substring(0, plain.offsetByCodePoints(0, BatchHead.LONGEST_REASON - 1)) + MORE
                : plain;
    }
}
