package cn.zhengai.collector.file;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** The content of a file, unpacked when its name ends in {@code .gz}, telling how far it was read. */
final class FileBytes {
    private static final int BUFFER = 64 * 1024;
    private static final long TOLD_EVERY = 1 << 20;

    private FileBytes() {}

    static InputStream open(Path file, Progress progress) throws IOException {
        InputStream raw = new Counted(Files.newInputStream(file), file, Files.size(file), progress);
        try {
            return file.toString().endsWith(".gz")
                    ? new GZIPInputStream(raw, BUFFER)
                    : new BufferedInputStream(raw, BUFFER);
        } catch (IOException bad) {
            raw.close();
            throw bad;
        }
    }

    /** SHA-256 of a file as it lies on disk, in hex. */
    static String digest(Path file) throws IOException {
        MessageDigest sha;
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[BUFFER];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                sha.update(chunk, 0, n);
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /** Counts what passes. */
    private static final class Counted extends FilterInputStream {
        private final Path file;
        private final long total;
        private final Progress progress;
        private long done;
        private long told;

        Counted(InputStream in, Path file, long total, Progress progress) {
            super(in);
            this.file = file;
            this.total = total;
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? -1 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            count(count);
            return count;
        }

        private void count(int bytes) {
            done += Math.max(bytes, 0);
            boolean atEnd = bytes < 0 && told < done;
            if (atEnd || done - told >= TOLD_EVERY) {
                told = done;
                progress.at(file, done, total);
            }
        }
    }
}
