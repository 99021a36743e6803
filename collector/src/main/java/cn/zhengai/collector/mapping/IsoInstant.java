package cn.zhengai.collector.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * ISO 8601 as systems write it: {@code 2026-03-01}, {@code 2026-03-01T08:00}, {@code 2026-03-01 08:00:00.123},
 * {@code 2026-03-01T00:00:00Z}, {@code 2026-03-01T08:00:00+08:00} (also {@code +0800} and {@code +08}). Without an
 * offset it is the college's zone; a date is its first instant.
 */
final class IsoInstant {
    private static final int DATE_LENGTH = 10;

    private IsoInstant() {}

    /** Epoch milliseconds, finer cut; {@link InstantText#BAD} when the text is not such an instant. */
    static long millis(String text, ZoneId zone) {
        if (text.length() < DATE_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return InstantText.BAD;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, DATE_LENGTH);
        if (year < 0 || month < 0 || day < 0) {
            return InstantText.BAD;
        }
        try {
            LocalDate date = LocalDate.of(year, month, day);
            return text.length() == DATE_LENGTH
                    ? date.atStartOfDay(zone).toInstant().toEpochMilli()
                    : withTime(date, text, zone);
        } catch (DateTimeException bad) {
            return InstantText.BAD;
        }
    }

    private static long withTime(LocalDate date, String text, ZoneId zone) {
        char separator = text.charAt(DATE_LENGTH);
        int offsetAt = offsetStart(text);
        int length = offsetAt - DATE_LENGTH - 1;
        boolean known = (separator == 'T' || separator == ' ' || separator == 't') && length >= 5;
        if (!known || text.charAt(13) != ':' || (length > 5 && (length < 8 || text.charAt(16) != ':'))) {
            return InstantText.BAD;
        }
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = length > 5 ? digits(text, 17, 19) : 0;
        int nanos = length > 8 ? fraction(text, 19, offsetAt) : 0;
        if (hour < 0 || minute < 0 || second < 0 || nanos < 0) {
            return InstantText.BAD;
        }
        LocalDateTime local = LocalDateTime.of(date, LocalTime.of(hour, minute, second, nanos));
        return offsetAt == text.length()
                ? local.atZone(zone).toInstant().toEpochMilli()
                : local.toInstant(offset(text, offsetAt)).toEpochMilli();
    }

    private static ZoneOffset offset(String text, int at) {
        String id = text.substring(at).strip();
        return ZoneOffset.of(id.equals("z") ? "Z" : id);
    }

    /** Where {@code Z}, {@code +} or {@code -} of the offset stands, the blank before it included; else the end. */
    private static int offsetStart(String text) {
        for (int i = DATE_LENGTH + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 'Z' || c == 'z' || c == '+' || c == '-' || c == ' ') {
                return i;
            }
        }
        return text.length();
    }

    private static int digits(String text, int from, int until) {
        int value = 0;
        for (int i = from; i < until; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Nanoseconds of {@code .123}, further digits cut; -1 when it is no fraction. */
    private static int fraction(String text, int from, int until) {
        if ((text.charAt(from) != '.' && text.charAt(from) != ',') || until - from < 2) {
            return -1;
        }
        int nanos = 0;
        for (int i = 1; i <= 9; i++) {
            nanos *= 10;
            if (from + i < until) {
                int digit = text.charAt(from + i) - '0';
                if (digit < 0 || digit > 9) {
                    return -1;
                }
                nanos += digit;
            }
        }
        return nanos;
    }
}
