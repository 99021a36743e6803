package cn.zhengai.server.backup;

import cn.zhengai.server.settings.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** A backup as a data folder again, elsewhere. */
public final class Restore {
    private Restore() {}

    /**
     * Verifies the backup and makes the data folder, which is there whole or not at all.
     *
     * @param data must not be there, or be empty: nothing is written over
     * @throws BackupUnsound when the backup is not as it was made
     * @throws Refusal when {@code data} holds something or cannot be written
     */
    public static Verification of(Path backup, Path data) {
        Verification sound = Verification.of(backup);
        Path part = data.resolveSibling(data.getFileName() + ".part");
        try {
            if (holdsSomething(data)) {
                throw new Refusal(
                        Refusal.Cause.DISK, "数据目录 " + data + " 里已有内容，恢复不会覆盖任何数据。请用 --data 指定一个新的目录，或先把原目录移开。");
            }
            Disk.deleteAll(part);
            for (Path file : Contents.everything(backup)) {
                String name = backup.relativize(file).toString();
                if (!name.equals(Manifest.NAME)) {
                    Path copy = part.resolve(name);
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                    Disk.sync(copy);
                }
            }
            Files.deleteIfExists(data);
            Files.move(part, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new Refusal(
                    Refusal.Cause.DISK, "无法写入数据目录 " + data + "：" + failure.getMessage() + "。请检查路径、权限和磁盘空间；备份未受影响。");
        }
        return sound;
    }

    private static boolean holdsSomething(Path data) throws IOException {
        if (!Files.exists(data)) {
            Path parent = data.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            return false;
        }
        if (!Files.isDirectory(data)) {
            return true;
        }
        try (Stream<Path> inside = Files.list(data)) {
            return inside.findAny().isPresent();
        }
    }
}
