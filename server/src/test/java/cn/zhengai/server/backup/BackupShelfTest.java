package cn.zhengai.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupShelfTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NEVER = Instant.MIN;

    @TempDir
    Path folder;

    private BackupShelf shelf() {
        return new BackupShelf(folder.resolve("shelf"), LocalTime.of(2, 30), 2, ZONE);
    }

    private void stands(String name) throws IOException {
        Path backup = Files.createDirectories(folder.resolve("shelf").resolve(name));
        Files.writeString(backup.resolve(Manifest.NAME), "{}");
    }

    private static Instant here(String local) {
        return java.time.LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    @Test
    void oneIsDueAtOnceWhenThereIsNone() throws IOException {
        assertThat(shelf().due(here("2026-09-01T00:10:00"), NEVER)).isTrue();
    }

    @Test
    void oneIsDueFromTheTimeOfDayOn() throws IOException {
        stands("zhengai-20260901-023005");
        assertThat(shelf().due(here("2026-09-01T23:00:00"), NEVER)).isFalse();
        assertThat(shelf().due(here("2026-09-02T02:29:59"), NEVER)).isFalse();
        assertThat(shelf().due(here("2026-09-02T02:30:00"), NEVER)).isTrue();
    }

    @Test
    void oneMissedWhileTheServerWasDownIsMadeLater() throws IOException {
        stands("zhengai-20260901-023005");
        assertThat(shelf().due(here("2026-09-05T01:00:00"), NEVER)).isTrue();
    }

    @Test
    void aFailedOneIsTriedAgainAfterHalfAnHour() throws IOException {
        Instant failed = here("2026-09-02T02:30:00");
        assertThat(shelf().due(here("2026-09-02T02:59:00"), failed)).isFalse();
        assertThat(shelf().due(here("2026-09-02T03:00:00"), failed)).isTrue();
    }

    @Test
    void aClockSetBackDoesNotKeepItFromTryingAgain() throws IOException {
        assertThat(shelf().due(here("2026-09-02T02:31:00"), here("2026-09-09T00:00:00")))
                .isTrue();
    }

    @Test
    void onlyTheNewestAreKeptAndNothingElseIsTouched() throws IOException {
        stands("zhengai-20260901-023005");
        stands("zhengai-20260902-023005");
        stands("zhengai-20260903-023005");
        stands("mine");
        Files.createDirectories(folder.resolve("shelf/zhengai-20200101-000000"));

        shelf().clear();

        assertThat(names())
                .containsExactly(
                        "mine", "zhengai-20200101-000000", "zhengai-20260902-023005", "zhengai-20260903-023005");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> inside = Files.list(folder.resolve("shelf"))) {
            return inside.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }
}
