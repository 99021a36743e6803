package cn.zhengai.server.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One folder with everything a run keeps; one process holds it at a time (a lock of the operating system, so a killed
 * process leaves none behind).
 */
public final class DataFolder implements AutoCloseable {
    /** Layout version written by this program. */
    public static final int VERSION = 2;

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final List<String> STORES =
            List.of("ledger.sqlite", "ledger.sqlite-wal", "readings.duckdb", "readings.duckdb.wal", "version");

    private final Path root;
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /**
     * Opens a folder, making it when it is absent.
     *
     * @throws Refusal when another process holds it, a newer version wrote it, or it cannot be written
     */
    public static DataFolder open(Path root) {
        try {
            Files.createDirectories(root);
            FileChannel channel = FileChannel.open(
                    root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
            if (!locked(channel)) {
                channel.close();
                throw new Refusal(Refusal.Cause.IN_USE, "数据目录 " + root + " 正被另一个诊改进程使用。请先停止那个进程，或用 --data 指定另一个目录。");
            }
            checkVersion(root);
            return new DataFolder(root, channel);
        } catch (IOException e) {
            throw new Refusal(Refusal.Cause.DISK, "无法使用数据目录 " + root + "：" + e.getMessage() + "。请检查路径、权限和磁盘空间。");
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    private static void checkVersion(Path root) throws IOException {
        Path file = root.resolve("version");
        if (!Files.exists(file)) {
            Files.writeString(file, VERSION + "\n");
            return;
        }
        String text = Files.readString(file).trim();
        if (!text.matches("\\d{1,9}")) {
            throw new Refusal(Refusal.Cause.SETTINGS, "文件 " + file + " 的内容“" + text + "”不是版本号，数据目录可能已损坏。请从备份恢复。");
        }
        int found = Integer.parseInt(text);
        if (found < VERSION) {
            keepStores(root, found);
        }
        if (found > VERSION) {
            throw new Refusal(
                    Refusal.Cause.NEWER_VERSION,
                    "数据目录 " + root + " 由更新的版本写成（版本 " + text + "，本程序支持到 " + VERSION + "）。请升级诊改程序后再启动，数据未被改动。");
        }
    }

    /** Ledger and readings as an older version left them, once: should this version not suit, the older one goes on there. */
    private static void keepStores(Path root, int found) throws IOException {
        Path kept = root.resolve("before-version-" + VERSION);
        if (Files.exists(kept)) {
            return;
        }
        WholeFolder.make(kept, part -> {
            Files.createDirectories(part);
            for (String name : STORES) {
                if (Files.exists(root.resolve(name))) {
                    Files.copy(root.resolve(name), part.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        });
        LOG.info("数据目录 {} 由版本 {} 写成，升级到版本 {}；原台账和采集值的副本在 {}，确认无误后可以删除", root, found, VERSION, kept);
    }

    /** The stores are up to date: from now on an older program refuses the folder. Repeating it changes nothing. */
    public void migrated() {
        Path file = root.resolve("version");
        try {
            if (!Files.readString(file).trim().equals(String.valueOf(VERSION))) {
                Path part = root.resolve("version.part");
                Files.writeString(part, VERSION + "\n");
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new Refusal(Refusal.Cause.DISK, "无法写入 " + file + "：" + e.getMessage() + "。请检查权限和磁盘空间。");
        }
    }

    public Path root() {
        return root;
    }

    /** Declared catalogue, YAML. */
    public Path catalogue() {
        return root.resolve("catalogue");
    }

    public Path settings() {
        return root.resolve("zhengai.yaml");
    }

    public Path keys() {
        return root.resolve("keys.yaml");
    }

    public Path readings() {
        return root.resolve("readings.duckdb");
    }

    public Path ledger() {
        return root.resolve("ledger.sqlite");
    }

    /** There when the ledger is not in this folder: the name by which the ledger knows it. */
    public Path ledgerElsewhere() {
        return root.resolve("ledger-elsewhere");
    }

    /** What of the published results does not fit into memory while a process runs; none of it is needed by the next. */
    public Path results() {
        return root.resolve("results.tmp");
    }

    /** Rejected rows of imported files. */
    public Path rejected() {
        return root.resolve("rejected");
    }

    public Path drop() {
        return root.resolve("drop");
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
