package cn.zhengai.collector.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file for people that could not be written to its end: cut short it would read as if it were whole. */
final class HalfWritten {
    private static final Logger LOG = LoggerFactory.getLogger(HalfWritten.class);

    private HalfWritten() {}

    /** Removes it, when it is there. */
    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.warn("没有写完的 {} 删不掉，请手工删除：{}", file, stays.getMessage());
        }
    }
}
