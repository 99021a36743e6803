package cn.zhengai.server.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The files of a data folder beside its two stores: catalogue, settings, keys, drop folder, rejected rows, mail. */
final class Contents {
    /** Of this process alone, or of the stores, which are copied in their own way. */
    private static final Set<String> NOT_COPIED =
            Set.of("lock", "results.tmp", BackupRequests.FOLDER, Backup.OWN_FOLDER);

    private Contents() {}

    /**
     * Copies them; a file that goes away meanwhile was moved by its owner and is left out.
     *
     * @param target of the backup; when it lies inside {@code root} it is not copied into itself
     */
    static void copy(Path root, Path target) throws IOException {
        Path self = target.toAbsolutePath().normalize();
        for (Path file : files(root, self)) {
            Path copy = target.resolve(root.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            try {
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                Disk.sync(copy);
            } catch (NoSuchFileException movedMeanwhile) {
                Files.deleteIfExists(copy);
            }
        }
    }

    /** Bytes of what {@link #copy} would copy. */
    static long size(Path root, Path target) throws IOException {
        long bytes = 0;
        for (Path file : files(root, target.toAbsolutePath().normalize())) {
            bytes += Disk.size(file);
        }
        return bytes;
    }

    /** Sizes and hashes of all files of a backup but its manifest. */
    static Map<String, FileSum> sums(Path backup) throws IOException {
        Map<String, FileSum> sums = new TreeMap<>();
        for (Path file : everything(backup)) {
            String name = backup.relativize(file).toString().replace('\\', '/');
            if (!name.equals(Manifest.NAME)) {
                sums.put(name, FileSum.of(file));
            }
        }
        return sums;
    }

    static List<Path> everything(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<Path> files(Path root, Path self) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skip = skipped(root, folder)
                        || folder.toAbsolutePath().normalize().startsWith(self);
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !skipped(root, file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        return files;
    }

    private static boolean skipped(Path root, Path file) {
        if (file.equals(root)) {
            return false;
        }
        String top = root.relativize(file).getName(0).toString();
        return NOT_COPIED.contains(top) || top.startsWith("readings.duckdb") || top.startsWith("ledger.sqlite");
    }
}
