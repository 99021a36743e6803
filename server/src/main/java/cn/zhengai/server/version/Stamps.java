package cn.zhengai.server.version;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What shows at a glance that files of a folder changed: sizes and times. */
final class Stamps {
    private static final Logger LOG = LoggerFactory.getLogger(Stamps.class);

    private Stamps() {}

    static Map<Path, String> of(Path folder) {
        Map<Path, String> stamps = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return stamps;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                stamp(stamps, file);
            }
        } catch (IOException e) {
            LOG.warn("无法查看目录文件夹 {}：{}", folder, e.getMessage());
        }
        return stamps;
    }

    private static void stamp(Map<Path, String> stamps, Path file) throws IOException {
        try {
            stamps.put(file, Files.getLastModifiedTime(file) + "/" + Files.size(file));
        } catch (NoSuchFileException gone) {
            LOG.debug("{} went away while looking", file);
        }
    }
}
