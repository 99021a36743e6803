package cn.zhengai.server.migrate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How many things, and a digest of them all whatever their order: the sum of the first 128 bits of their SHA-256. */
final class Tally {
    private final MessageDigest sha;
    private long count;
    private long high;
    private long low;

    Tally() {
        try {
            this.sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** One thing as bytes; what is not the same thing must not have the same bytes. */
    void add(byte[] thing) {
        ByteBuffer digest = ByteBuffer.wrap(sha.digest(thing));
        count++;
        high += digest.getLong();
        low += digest.getLong();
    }

    void add(String thing) {
        add(thing.getBytes(StandardCharsets.UTF_8));
    }

    long count() {
        return count;
    }

    /** Hex; of nothing zeros. */
    String digest() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
