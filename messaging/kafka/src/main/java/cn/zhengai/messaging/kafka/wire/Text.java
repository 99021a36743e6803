package cn.zhengai.messaging.kafka.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON in UTF-8 as it is written; used again and again by one thread. */
final class Text {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final long MILLION = 1_000_000;
    private static final int DIGITS = 20;
    private static final long[] POWERS = powers();

    private byte[] bytes = new byte[512];
    private int length;

    Text clear() {
        length = 0;
        return this;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    Text raw(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    /** ASCII. */
    Text ascii(String more) {
        room(more.length());
        for (int i = 0; i < more.length(); i++) {
            bytes[length++] = (byte) more.charAt(i);
        }
        return this;
    }

    /** As a JSON string. */
    Text quoted(String text) {
        room(text.length() + 2);
        bytes[length++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return rest(text.substring(i));
            }
            put(c);
        }
        byteOf('"');
        return this;
    }

    private Text rest(String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            put(b);
        }
        byteOf('"');
        return this;
    }

    private void put(int c) {
        if (c == '"' || c == '\\') {
            byteOf('\\');
            byteOf(c);
        } else if (c >= 0 && c < ' ') {
            ascii("\\u00");
            byteOf(HEX[c >> 4]);
            byteOf(HEX[c & 15]);
        } else {
            byteOf(c);
        }
    }

    private void byteOf(int b) {
        room(1);
        bytes[length++] = (byte) b;
    }

    Text number(long n) {
        if (n == Long.MIN_VALUE) {
            return ascii(Long.toString(n));
        }
        room(DIGITS);
        if (n < 0) {
            bytes[length++] = '-';
        }
        digits(Math.abs(n), 1);
        return this;
    }

    /** Millionths as a decimal without trailing zeros; the magnitude is below 2^63. */
    Text micros(long micros) {
        room(DIGITS + 2);
        if (micros < 0) {
            bytes[length++] = '-';
        }
        long size = Math.abs(micros);
        digits(size / MILLION, 1);
        long part = size % MILLION;
        if (part != 0) {
            bytes[length++] = '.';
            digits(part, 6);
            while (bytes[length - 1] == '0') {
                length--;
            }
        }
        return this;
    }

    private void digits(long n, int least) {
        int count = least;
        while (count < POWERS.length && n >= POWERS[count]) {
            count++;
        }
        long left = n;
        for (int i = length + count - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        length += count;
    }

    private static long[] powers() {
        long[] powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
