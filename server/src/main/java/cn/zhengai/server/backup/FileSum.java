package cn.zhengai.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file's size and content.
 *
 * @param size in bytes
 * @param sha256 in lower-case hex
 */
record FileSum(long size, String sha256) {
    private static final int BLOCK = 1 << 16;

    static FileSum of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        }
    }

    /** Reads to the end; leaves the stream open. */
    static FileSum of(InputStream in) throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[BLOCK];
            long size = 0;
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                sha.update(block, 0, read);
                size += read;
            }
            return new FileSum(size, HexFormat.of().formatHex(sha.digest()));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }
}
