package cn.zhengai.server.backup;

import cn.zhengai.storage.duckdb.ReadingsInspection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opening a copy leaves files of the engine beside it; here they are taken away again. */
final class Inspections {
    private Inspections() {}

    static ReadingsInspection readings(Path copy) throws IOException {
        try {
            return ReadingsInspection.of(copy);
        } finally {
            Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + ".lock"));
            Disk.deleteAll(copy.resolveSibling(copy.getFileName() + ".tmp"));
        }
    }
}
