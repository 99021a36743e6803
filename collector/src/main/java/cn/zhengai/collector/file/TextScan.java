package cn.zhengai.collector.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a first look over a whole file finds. The encoding {@code auto} is that of its byte order mark; else UTF-8, unless
 * more places fail to decode than there are characters beyond ASCII that do: then it is GB18030. (Chinese text in
 * GB18030 hardly ever looks like UTF-8, while almost any bytes look like GB18030.)
 *
 * @param digest SHA-256 of the unpacked content, in hex
 * @param malformed places that do not decode; rows with such a place are rejected
 */
record TextScan(String digest, Charset charset, long malformed) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BUFFER = 64 * 1024;

    static TextScan of(Path file, String declared) throws IOException, FileRefused {
        MessageDigest sha = sha256();
        if (!declared.equals("auto")) {
            Charset charset = named(declared);
            Count count = count(file, charset, sha);
            return new TextScan(HexFormat.of().formatHex(sha.digest()), charset, count.malformed);
        }
        Charset marked = marked(file);
        Count count = count(file, marked, sha);
        String digest = HexFormat.of().formatHex(sha.digest());
        return count.malformed > count.wide && marked.equals(StandardCharsets.UTF_8)
                ? new TextScan(digest, GB18030, count(file, GB18030, sha).malformed)
                : new TextScan(digest, marked, count.malformed);
    }

    private static Charset named(String name) throws FileRefused {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new FileRefused("映射中声明的编码“" + name + "”无法识别，请改为 auto、UTF-8 或 GB18030。");
        }
    }

    /** UTF-16 by its mark; anything else begins as UTF-8. */
    private static Charset marked(Path file) throws IOException {
        try (InputStream in = FileBytes.open(file, Progress.UNSEEN)) {
            byte[] mark = in.readNBytes(2);
            boolean wide = mark.length == 2
                    && ((mark[0] == (byte) 0xff && mark[1] == (byte) 0xfe)
                            || (mark[0] == (byte) 0xfe && mark[1] == (byte) 0xff));
            return wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        }
    }

    private static Count count(Path file, Charset charset, MessageDigest sha) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        Count count = new Count();
        try (InputStream in = FileBytes.open(file, Progress.UNSEEN)) {
            while (true) {
                int length = in.read(bytes.array(), bytes.position(), bytes.remaining());
                boolean end = length < 0;
                if (!end) {
                    sha.update(bytes.array(), bytes.position(), length);
                    bytes.position(bytes.position() + length);
                }
                bytes.flip();
                decode(decoder, bytes, end, count);
                if (end) {
                    return count;
                }
                bytes.compact();
            }
        }
    }

    private static void decode(CharsetDecoder decoder, ByteBuffer bytes, boolean end, Count count) {
        while (true) {
            count.chars.clear();
            CoderResult result = decoder.decode(bytes, count.chars, end);
            count.takeWide();
            if (result.isError()) {
                count.malformed++;
                bytes.position(bytes.position() + result.length());
            } else if (result.isUnderflow()) {
                return;
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** What was decoded so far. */
    private static final class Count {
        private final CharBuffer chars = CharBuffer.allocate(BUFFER);
        private long malformed;
        /** Characters beyond ASCII that decoded. */
        private long wide;

        private void takeWide() {
            for (int i = 0; i < chars.position(); i++) {
                wide += chars.get(i) > 127 ? 1 : 0;
            }
        }
    }
}
