package cn.zhengai.console.push;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text in a header: printable ASCII stands for itself, everything else is UTF-8 with each byte as {@code %XX}. */
final class PercentText {
    private static final int HEX = 16;

    private PercentText() {}

    /**
     * The text. A plus sign is a plus sign, unlike in forms.
     *
     * @throws CharacterCodingException when it holds other than ASCII, a percent sign without two hexadecimal digits, or
     *     bytes that are no UTF-8
     */
    static String decode(String written) throws CharacterCodingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '%') {
                bytes.write(nibble(written, i + 1) * HEX + nibble(written, i + 2));
                i += 2;
            } else if (c >= ' ' && c <= '~') {
                bytes.write(c);
            } else {
                throw new CharacterCodingException();
            }
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes.toByteArray()))
                .toString();
    }

    private static int nibble(String written, int at) throws CharacterCodingException {
        int digit = at < written.length() ? Character.digit(written.charAt(at), HEX) : -1;
        if (digit < 0) {
            throw new CharacterCodingException();
        }
        return digit;
    }
}
