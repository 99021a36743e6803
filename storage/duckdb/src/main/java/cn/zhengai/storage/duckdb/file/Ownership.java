package cn.zhengai.storage.duckdb.file;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One owner per file, in this process and in others. DuckDB's own lock keeps out other processes only: a second open in
 * the same process would share the instance, with two writers that know nothing of each other.
 */
final class Ownership implements AutoCloseable {
    private final FileChannel channel;

    private Ownership(FileChannel channel) {
        this.channel = channel;
    }

    /** Makes the folder if need be. Ends with the process, however that ends. */
    static Ownership of(Path file) {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        try {
            Files.createDirectories(lockFile.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new PortException(Trouble.IN_USE, "采集值库 " + file + " 正被另一个进程使用。请先停止那个进程，或换一个数据目录。");
            }
            return new Ownership(channel);
        } catch (IOException failure) {
            throw new PortException(Trouble.UNAVAILABLE, "无法打开采集值库 " + file + "。请检查目录是否存在、可写。", failure);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new PortException(Trouble.UNAVAILABLE, "无法释放采集值库的锁文件。", failure);
        }
    }
}
