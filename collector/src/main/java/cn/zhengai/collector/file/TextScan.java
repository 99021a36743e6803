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
 * What a first look over a whole file finds. The encoding {@code auto} is that of its byte order mark; else UTF-8 when
 * all of it decodes, else GB18030 when that does, else whichever fails less.
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
            long malformed = malformed(file, charset, sha);
            return new TextScan(HexFormat.of().formatHex(sha.digest()), charset, malformed);
        }
        Charset marked = marked(file);
        long malformed = malformed(file, marked, sha);
        String digest = HexFormat.of().formatHex(sha.digest());
        if (malformed == 0 || !marked.equals(StandardCharsets.UTF_8)) {
            return new TextScan(digest, marked, malformed);
        }
        long asGb18030 = malformed(file, GB18030, sha);
        return asGb18030 < malformed
                ? new TextScan(digest, GB18030, asGb18030)
                : new TextScan(digest, StandardCharsets.UTF_8, malformed);
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

    private static long malformed(Path file, Charset charset, MessageDigest sha) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        long malformed = 0;
        try (InputStream in = FileBytes.open(file, Progress.UNSEEN)) {
            while (true) {
                int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
                boolean end = count < 0;
                if (!end) {
                    sha.update(bytes.array(), bytes.position(), count);
                    bytes.position(bytes.position() + count);
                }
                bytes.flip();
                malformed += decode(decoder, bytes, chars, end);
                if (end) {
                    return malformed;
                }
                bytes.compact();
            }
        }
    }

    private static long decode(CharsetDecoder decoder, ByteBuffer bytes, CharBuffer chars, boolean end) {
        long malformed = 0;
        while (true) {
            chars.clear();
            CoderResult result = decoder.decode(bytes, chars, end);
            if (result.isError()) {
                malformed++;
                bytes.position(bytes.position() + result.length());
            } else if (result.isUnderflow()) {
                return malformed;
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
}
