package cn.zhengai.collector.file;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
