package cn.zhengai.core.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which rejection: shown as {@code R-1234-1}.
 *
 * @param receipt number of the receipt it was kept with, from 1
 * @param place among the rejections of that receipt, from 1
 */
public record RejectionId(long receipt, int place) {
    private static final Pattern SHOWN = Pattern.compile("[Rr]-(\\d{1,18})-(\\d{1,9})");

    /** What {@link #toString} wrote; empty when it is written otherwise. */
    public static Optional<RejectionId> parse(String text) {
        Matcher parts = SHOWN.matcher(text.strip());
        return parts.matches()
                ? Optional.of(new RejectionId(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "R-" + receipt + "-" + place;
    }
}
