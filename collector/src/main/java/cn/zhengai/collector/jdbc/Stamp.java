package cn.zhengai.collector.jdbc;

import cn.zhengai.core.catalogue.Pull.Format;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/**
 * The instant of a watermark as microseconds since 1970. A time stamp counts as the session's clock shows it, so that
 * its order is that of the database; one with a zone was turned into the session's zone there.
 *
 * @param zone of the session
 */
record Stamp(Format format, ZoneId zone) {
    private static final int DATE = 10;
    private static final int MICROS = 1_000_000;
    private static final int MILLI = 1000;
    private static final long DAY = 86_400L * MICROS;

    /** @throws DateTimeException when the text is no such instant */
    long micros(String text) {
        return switch (format) {
            case TIMESTAMP -> clock(text);
            case EPOCH_S -> number(text) * MICROS;
            case EPOCH_MS -> number(text) * MILLI;
        };
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException decimal) {
            try {
                return new BigDecimal(text).longValue();
            } catch (NumberFormatException bad) {
                throw new DateTimeException("no number: " + text, bad);
            }
        }
    }

    /** {@code 2026-03-01}, {@code 2026-03-01 08:00:00.123456+08}; what follows the fraction is the session's offset. */
    private static long clock(String text) {
        if (text.length() < DATE || text.charAt(4) != '-' || text.charAt(7) != '-') {
            throw new DateTimeException("no time stamp: " + text);
        }
        long day = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, DATE))
                .toEpochDay();
        return day * DAY + (text.length() == DATE ? 0 : ofDay(text));
    }

    /** Microseconds of {@code 08:00}, {@code 08:00:00}, {@code 08:00:00.5}, from the eleventh character on. */
    private static long ofDay(String text) {
        int hour = ChronoField.HOUR_OF_DAY.checkValidIntValue(digits(text, 11, 13));
        int minute = ChronoField.MINUTE_OF_HOUR.checkValidIntValue(digits(text, 14, 16));
        boolean seconds = text.length() > 16 && text.charAt(16) == ':';
        int second = seconds ? ChronoField.SECOND_OF_MINUTE.checkValidIntValue(digits(text, 17, 19)) : 0;
        long micros = 0;
        int at = 20;
        if (seconds && text.length() > at && text.charAt(19) == '.') {
            for (int unit = MICROS / 10; at < text.length() && Character.isDigit(text.charAt(at)); unit /= 10) {
                micros += (long) (text.charAt(at) - '0') * unit;
                at++;
            }
        }
        return ((hour * 60L + minute) * 60 + second) * MICROS + micros;
    }

    private static int digits(String text, int from, int until) {
        int value = 0;
        for (int i = from; i < until; i++) {
            int digit = i < text.length() ? text.charAt(i) - '0' : -1;
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("no time stamp: " + text);
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** First microsecond of a day in the college's zone, or in the watermark's own. */
    long startOf(LocalDate day) {
        LocalDateTime start = day.atStartOfDay();
        return format == Format.TIMESTAMP
                ? of(start)
                : ChronoUnit.MICROS.between(Instant.EPOCH, start.atZone(zone).toInstant());
    }

    /** The database's clock, as its session shows it. */
    long now(LocalDateTime clock) {
        return format == Format.TIMESTAMP
                ? of(clock)
                : ChronoUnit.MICROS.between(Instant.EPOCH, clock.atZone(zone).toInstant());
    }

    private static long of(LocalDateTime clock) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.toInstant(ZoneOffset.UTC));
    }

    void bind(PreparedStatement statement, int place, long micros) throws SQLException {
        switch (format) {
            case TIMESTAMP -> {
                long seconds = Math.floorDiv(micros, (long) MICROS);
                int nanos = (int) Math.floorMod(micros, (long) MICROS) * MILLI;
                statement.setObject(place, LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC));
            }
            case EPOCH_S -> statement.setLong(place, Math.floorDiv(micros, (long) MICROS));
            case EPOCH_MS -> statement.setLong(place, Math.floorDiv(micros, (long) MILLI));
        }
    }
}
