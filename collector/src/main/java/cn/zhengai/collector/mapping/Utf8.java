package cn.zhengai.collector.mapping;

/** Well-formed UTF-8 (Unicode 15, table 3-7): no overlong forms, no surrogates, nothing beyond U+10FFFF. */
public final class Utf8 {
    private static final int WIDEST = 4;

    private Utf8() {}

    public static boolean isValid(byte[] text, int from, int until) {
        int i = from;
        while (i < until) {
            int length = sequence(text, i, until);
            if (length == 0) {
                return false;
            }
            i += length;
        }
        return true;
    }

    /**
     * Is it UTF-16 or UTF-32, told by a mark or by a zero byte among the first four? What begins with a character of
     * ASCII, as JSON does, has none in UTF-8.
     */
    public static boolean isWide(byte[] text, int from, int until) {
        for (int i = from; i < Math.min(until, from + WIDEST); i++) {
            int unit = text[i] & 0xff;
            if (unit == 0 || unit >= 0xfe) {
                return true;
            }
        }
        return false;
    }

    /** Length of the sequence at {@code i}; 0 when it is malformed. */
    private static int sequence(byte[] text, int i, int until) {
        int lead = text[i] & 0xff;
        if (lead < 0x80) {
            return 1;
        }
        int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        if (lead < 0xc2 || lead > 0xf4 || i + length > until) {
            return 0;
        }
        for (int k = 1; k < length; k++) {
            if ((text[i + k] & 0xc0) != 0x80) {
                return 0;
            }
        }
        int second = text[i + 1] & 0xff;
        boolean overlong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
        boolean beyond = (lead == 0xed && second >= 0xa0) || (lead == 0xf4 && second >= 0x90);
        return overlong || beyond ? 0 : length;
    }
}
