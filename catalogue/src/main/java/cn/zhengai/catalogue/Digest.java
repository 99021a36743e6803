package cn.zhengai.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/** Which catalogue it was: SHA-256 over all files by path. BOMs and line ends do not count, comments do. */
final class Digest {

    private Digest() {}

    /** @param texts normalised texts by path; in lower-case hex */
    static String of(SortedMap<String, String> texts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            texts.forEach((file, text) -> {
                sha.update((file + "\n" + text.length() + "\n").getBytes(StandardCharsets.UTF_8));
                sha.update(text.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }
}
