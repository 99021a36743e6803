package cn.zhengai.messaging.kafka.wire;

import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Values exactly as {@link ValueWriter} writes them, read without a parser: that is nearly all there are, and five times
 * as fast. Whatever looks otherwise is left to {@link Fields}; what both can read they read alike. For one thread.
 */
final class OwnValue {
    private static final byte[] POINT = ascii("{\"point\":\"");
    private static final byte[] SUBJECT = ascii(",\"subject\":\"");
    private static final byte[] AT = ascii(",\"at\":");
    private static final byte[] VALUE = ascii(",\"value\":");
    private static final byte[] NUMERATOR = ascii(",\"numerator\":");
    private static final byte[] DENOMINATOR = ascii(",\"denominator\":");
    private static final byte[] POSITION = ascii(",\"position\":");
    private static final byte[] REVISION = ascii(",\"revision\":");
    private static final byte[] ROW = ascii(",\"row\":");
    private static final int LONGEST_LONG = 18;
    private static final int LONGEST_INT = 9;
    private static final int LONGEST_WHOLE = 12;
    private static final int DECIMALS = 6;

    private final SeriesIndex index;
    private byte[] bytes = new byte[0];
    private int next;
    private boolean sound;

    OwnValue(SeriesIndex index) {
        this.index = index;
    }

    /** The reading; null when the value is not written so. Then nothing is known of it. */
    @Nullable
    Reading read(byte[] value) {
        bytes = value;
        next = 0;
        sound = true;
        String point = text(POINT);
        String subject = text(SUBJECT);
        expect(AT);
        long at = whole(LONGEST_LONG);
        long numerator = 0;
        long denominator = 0;
        long position;
        if (follows(VALUE)) {
            position = 2 * micros();
        } else {
            expect(NUMERATOR);
            numerator = micros();
            expect(DENOMINATOR);
            denominator = micros();
            sound &= denominator > 0;
            expect(POSITION);
            position = whole(LONGEST_LONG);
        }
        long revision = follows(REVISION) ? whole(LONGEST_LONG) : 0;
        expect(ROW);
        long row = whole(LONGEST_INT);
        if (!sound || revision < 0 || row < 1 || point == null || subject == null) {
            return null;
        }
        Series series = index.of(point, subject);
        return new Reading(series, at, position, numerator, denominator, revision, (int) row);
    }

    /** Where the tail of the value that was read begins. */
    int tail() {
        return next;
    }

    private boolean follows(byte[] word) {
        int end = next + word.length;
        if (!sound || end > bytes.length || !Arrays.equals(bytes, next, end, word, 0, word.length)) {
            return false;
        }
        next = end;
        return true;
    }

    private void expect(byte[] word) {
        sound &= follows(word);
    }

    /** What follows a word up to the quotation mark; no escapes, no slash. */
    private @Nullable String text(byte[] word) {
        expect(word);
        int start = next;
        boolean plain = true;
        boolean blank = true;
        while (sound && next < bytes.length && bytes[next] != '"') {
            byte b = bytes[next++];
            plain &= b >= 0;
            blank &= b == ' ';
            sound = b != '\\' && b != '/' && (b < 0 || b >= ' ');
        }
        if (!sound || blank || next >= bytes.length) {
            sound = false;
            return null;
        }
        int length = next++ - start;
        return plain ? new String(bytes, start, length, StandardCharsets.ISO_8859_1) : wide(start, length);
    }

    private @Nullable String wide(int start, int length) {
        String text = new String(bytes, start, length, StandardCharsets.UTF_8);
        sound = text.indexOf('\uFFFD') < 0 && !text.isBlank();
        return sound ? text : null;
    }

    private long whole(int digits) {
        boolean negative = minus();
        long number = digits(digits);
        return negative ? -number : number;
    }

    private boolean minus() {
        boolean minus = sound && next < bytes.length && bytes[next] == '-';
        next += minus ? 1 : 0;
        return minus;
    }

    /** At least one and at most so many, without leading zeros. */
    private long digits(int most) {
        int start = next;
        long number = run();
        int length = next - start;
        sound &= length >= 1 && length <= most && (length == 1 || bytes[start] != '0');
        return number;
    }

    private long run() {
        long number = 0;
        while (sound && next < bytes.length && bytes[next] >= '0' && bytes[next] <= '9') {
            number = 10 * number + bytes[next++] - '0';
        }
        return number;
    }

    private long micros() {
        boolean negative = minus();
        long micros = digits(LONGEST_WHOLE) * 1_000_000;
        if (sound && next < bytes.length && bytes[next] == '.') {
            int start = ++next;
            long part = run();
            int decimals = next - start;
            sound &= decimals >= 1 && decimals <= DECIMALS;
            for (int i = decimals; i < DECIMALS; i++) {
                part *= 10;
            }
            micros += part;
        }
        return negative ? -micros : micros;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
