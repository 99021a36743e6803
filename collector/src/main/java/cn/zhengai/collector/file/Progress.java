package cn.zhengai.collector.file;

import java.nio.file.Path;

/** Is told how far a file has been read. */
public interface Progress {
    /** Nobody looks. */
    Progress UNSEEN = (file, done, total) -> {};

    /** So many bytes of the file as it lies on disk; called now and then, the last time with {@code done == total}. */
    void at(Path file, long done, long total);
}
