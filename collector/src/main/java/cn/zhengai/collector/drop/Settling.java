package cn.zhengai.collector.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Which files lie still: size and time of change were the same at two looks at least so long apart. For one thread. */
final class Settling {
    private final Duration settle;
    private final Map<Path, Look> looks = new HashMap<>();

    Settling(Duration settle) {
        this.settle = settle;
    }

    /** Looks at a file now. */
    boolean isStill(Path file, Instant now) throws IOException {
        long size = Files.size(file);
        FileTime modified = Files.getLastModifiedTime(file);
        Look before = looks.get(file);
        if (before == null || before.size != size || !before.modified.equals(modified)) {
            looks.put(file, new Look(size, modified, now));
            return false;
        }
        return !now.isBefore(before.since.plus(settle));
    }

    /** Forgets files that are no longer there. */
    void keepOnly(Collection<Path> files) {
        looks.keySet().retainAll(files);
    }

    /** How a file looked, and since when. */
    private record Look(long size, FileTime modified, Instant since) {}
}
