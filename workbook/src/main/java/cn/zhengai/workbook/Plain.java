package cn.zhengai.workbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people type into cells, made plain. Nothing here guesses: what is not recognised comes back empty. */
public final class Plain {
    private static final int FULL_WIDTH = 0xFEE0;
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,2})?");
    private static final Pattern GROUPED = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})(?:\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*[日号]?|(\\d{2})(\\d{2}))"
                    + "(?:[T\\s]*(\\d{1,2})\\s*[:时点]\\s*(\\d{1,2})分?(?:\\s*:?\\s*(\\d{1,2})(?:\\.0+)?秒?)?)?");

    private Plain() {}

    /**
     * Full-width letters, digits and signs become half-width, all kinds of spaces one kind, characters that cannot be
     * seen vanish, and the ends are trimmed. Line breaks stay.
     */
    public static String text(String typed) {
        return isPlain(typed) ? typed : madePlain(typed);
    }

    /** Nothing in it to be made plain, seen at a glance: signs of ASCII and Chinese characters, no blank at the ends. */
    private static boolean isPlain(String text) {
        int length = text.length();
        if (length > 0 && (text.charAt(0) == ' ' || text.charAt(length - 1) == ' ')) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && c < '\u007F' || c >= '\u4E00' && c <= '\u9FFF';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static String madePlain(String typed) {
        StringBuilder plain = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c >= '\uFF01' && c <= '\uFF5E') {
                plain.append((char) (c - FULL_WIDTH));
            } else if (c == '\n' || !Character.isISOControl(c) && !isBlank(c) && !isUnseen(c)) {
                plain.append(c);
            } else if (isBlank(c) || c == '\t') {
                plain.append(' ');
            }
        }
        return plain.toString().strip();
    }

    private static boolean isBlank(char c) {
        return c == '\u00A0' || Character.isSpaceChar(c) && c != '\u2028' && c != '\u2029';
    }

    private static boolean isUnseen(char c) {
        return c >= '\u200B' && c <= '\u200F' || c >= '\u202A' && c <= '\u202E' || c == '\u2060' || c == '\uFEFF';
    }

    /**
     * A number in plain notation: {@code １，２３４．５} is {@code 1234.5}. A sign may lead; commas must group by three.
     *
     * @return empty when it is none, also for {@code 98%}: what a percentage means is for the caller
     */
    public static Optional<String> number(String typed) {
        String text = text(typed).replace('−', '-');
        if (isDecimal(text)) {
            return Optional.of(text);
        }
        if (GROUPED.matcher(text).matches()) {
            return Optional.of(text.replace(",", ""));
        }
        return NUMBER.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    /** Digits, with a point between them at most: what most numbers are. */
    private static boolean isDecimal(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && i > 0) {
                points++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return points <= 1 && !text.isEmpty();
    }

    /**
     * A day, with or without a time, as people write it: {@code 2026/9/1}, {@code 2026年9月1日 8:30}, {@code 20260901}.
     *
     * @return {@code 2026-09-01} or {@code 2026-09-01T08:30:00}; empty when it is none or no such day exists
     */
    public static Optional<String> day(String typed) {
        Matcher written = DAY.matcher(text(typed));
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            boolean apart = written.group(2) != null;
            LocalDate day =
                    LocalDate.of(number(written, 1), number(written, apart ? 2 : 4), number(written, apart ? 3 : 5));
            if (written.group(6) == null) {
                return Optional.of(day.toString());
            }
            LocalTime time = LocalTime.of(
                    number(written, 6), number(written, 7), written.group(8) == null ? 0 : number(written, 8));
            return Optional.of(day + "T" + (time.getSecond() == 0 ? time + ":00" : time.toString()));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher written, int group) {
        return Integer.parseInt(written.group(group));
    }
}
