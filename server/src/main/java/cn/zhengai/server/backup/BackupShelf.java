package cn.zhengai.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where daily backups stand: one is due from {@code at} on when the newest is from before that; only the newest are kept.
 *
 * @param at in {@code zone}
 * @param keep so many
 */
record BackupShelf(Path folder, LocalTime at, int keep, ZoneId zone) {
    private static final Duration AGAIN = Duration.ofMinutes(30);
    private static final String NAME = Backup.PREFIX + "\\d{8}-\\d{6}";

    /**
     * Is it time?
     *
     * @param failedAt the last attempt that failed; another follows half an hour later
     */
    boolean due(Instant now, Instant failedAt) throws IOException {
        if (failedAt.isAfter(now.minus(AGAIN)) && !failedAt.isAfter(now)) {
            return false;
        }
        ZonedDateTime here = now.atZone(zone);
        ZonedDateTime today = here.with(at);
        ZonedDateTime last = today.isAfter(here) ? today.minusDays(1) : today;
        Optional<String> newest = newestFirst().stream()
                .findFirst()
                .map(path -> path.getFileName().toString());
        return newest.isEmpty() || newest.get().compareTo(Backup.name(last.toInstant(), zone)) < 0;
    }

    /** Deletes what is more than {@link #keep}; folders that are no finished backups are left alone. */
    void clear() throws IOException {
        List<Path> all = newestFirst();
        for (Path old : all.subList(Math.min(keep, all.size()), all.size())) {
            Disk.deleteAll(old);
        }
    }

    private List<Path> newestFirst() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> path.getFileName().toString().matches(NAME))
                    .filter(path -> Files.isRegularFile(path.resolve(Manifest.NAME)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}
