package cn.zhengai.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.catalogue.StarterCatalogue;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Refusal;
import cn.zhengai.server.settings.Settings;
import cn.zhengai.testkit.time.SettableTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups of a small data folder: what is in them, that damage is found, that they become the same data elsewhere. */
class BackupTest {
    private static final int READINGS = 5_000;
    private final SettableTime time = SettableTime.at("2026-09-01T00:00:00Z");

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void college() throws IOException {
        data = folder.resolve("data");
        Files.createDirectories(data);
        StarterCatalogue.unpackTo(data.resolve("catalogue"));
        Files.writeString(data.resolve("zhengai.yaml"), "port: 0\n");
    }

    private Run open(Path root) {
        DataFolder opened = DataFolder.open(root);
        return Run.open(opened, Settings.read(opened.settings(), Map.of()), time);
    }

    private void fill(Run run) {
        Series series = run.stores().index().of("school.student-teacher-ratio", "school");
        List<Reading> readings = IntStream.range(0, READINGS)
                .mapToObj(i -> Reading.ratio(
                        series,
                        1_767_225_600_000L + i * 3_600_000L % 20_000_000_000L,
                        (i % 9 + 9) * Micros.ONE,
                        Micros.ONE,
                        1,
                        i + 1))
                .toList();
        run.stores()
                .readings()
                .log()
                .append(List.of(new Batch(new BatchHead("b1", "push", time.instant(), false), readings)));
        run.evaluateAll();
    }

    private Path backup() {
        try (Run run = open(data)) {
            fill(run);
            return run.backup().make(folder.resolve("backups"), time.instant()).folder();
        }
    }

    @Test
    void isTheSameDataElsewhere() {
        String digest;
        ReadingStore.Counts counts;
        Path backup;
        try (Run run = open(data)) {
            fill(run);
            digest = run.assessments().assess("2026").digest();
            counts = run.stores().readings().store().counts();
            backup =
                    run.backup().make(folder.resolve("backups"), time.instant()).folder();
        }
        assertThat(backup.getFileName()).hasToString("zhengai-20260901-080000");
        assertThat(backup.resolve("lock")).doesNotExist();

        Path elsewhere = folder.resolve("elsewhere/data");
        Restore.of(backup, elsewhere);

        try (Run run = open(elsewhere)) {
            assertThat(run.stores().readings().store().counts()).isEqualTo(counts);
            assertThat(run.assessments().newest("2026").orElseThrow().digest()).isEqualTo(digest);
            assertThat(run.assessments().assess("2026").digest()).isEqualTo(digest);
        }
    }

    @Test
    void aBackupOfTheRestoredIsABackupOfTheSame() {
        Manifest first = Manifest.read(backup());
        Path elsewhere = folder.resolve("elsewhere");
        Restore.of(folder.resolve("backups/zhengai-20260901-080000"), elsewhere);
        time.advance(Duration.ofHours(1));
        try (Run run = open(elsewhere)) {
            Manifest second = Manifest.read(
                    run.backup().make(folder.resolve("more"), time.instant()).folder());
            assertThat(second.readings()).isEqualTo(first.readings());
            assertThat(second.ledger()).isEqualTo(first.ledger());
        }
    }

    @Test
    void writesOverNothing() throws IOException {
        Path backup = backup();
        assertThatThrownBy(() -> Restore.of(backup, data))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("恢复不会覆盖任何数据");
        try (Run run = open(data)) {
            assertThatThrownBy(() -> run.backup().make(folder.resolve("backups"), time.instant()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("已存在");
            Path file = Files.writeString(folder.resolve("file"), "not a folder");
            assertThatThrownBy(() -> run.backup().make(file.resolve("below"), time.instant()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("无法写入备份");
        }
    }

    @Test
    void maySitInsideTheDataFolderWithoutSwallowingItself() {
        try (Run run = open(data)) {
            fill(run);
            Path first =
                    run.backup().make(data.resolve("backups"), time.instant()).folder();
            Path second = run.backup()
                    .make(data.resolve("other"), time.advance(Duration.ofHours(1)))
                    .folder();
            assertThat(second.resolve("backups")).doesNotExist();
            assertThat(second.resolve("other")).doesNotExist();
            assertThat(Verification.of(first).readings()).isEqualTo(READINGS);
            assertThat(Verification.of(second).readings()).isEqualTo(READINGS);
        }
    }

    /** Each kind of damage, somewhere in the backup. */
    enum Damage {
        BYTE_CHANGED,
        CUT_SHORT,
        MISSING,
        ADDED
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void damageIsFound(Damage damage) throws IOException {
        Path backup = backup();
        for (String name : List.of("readings.duckdb", "ledger.sqlite", "catalogue/college.yaml", Manifest.NAME)) {
            Path file = backup.resolve(name);
            byte[] whole = Files.readAllBytes(file);
            switch (damage) {
                case BYTE_CHANGED -> Files.write(file, changed(whole, file.hashCode()));
                case CUT_SHORT -> Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
                case MISSING -> Files.delete(file);
                case ADDED -> Files.write(file.resolveSibling("added"), whole);
            }
            assertThatThrownBy(() -> Verification.of(backup))
                    .as(damage + " " + file)
                    .isInstanceOf(BackupUnsound.class)
                    .hasMessageContaining("备份");
            Files.deleteIfExists(file.resolveSibling("added"));
            Files.write(file, whole);
        }
        assertThat(Verification.of(backup).readings()).isEqualTo(READINGS);
    }

    /** In a manifest any other digit is another claim; elsewhere any other byte will do. */
    private static byte[] changed(byte[] whole, int seed) {
        byte[] changed = whole.clone();
        int start = new Random(seed).nextInt(changed.length);
        int place = IntStream.range(0, changed.length)
                .map(i -> (start + i) % changed.length)
                .filter(i -> changed[i] >= '0' && changed[i] <= '9')
                .findFirst()
                .orElse(start);
        changed[place] = (byte) (changed[place] == '9' ? '1' : changed[place] + 1);
        return changed;
    }

    @Test
    void noDigitOfTheManifestCanBeChanged() throws IOException {
        Path backup = backup();
        Path manifest = backup.resolve(Manifest.NAME);
        byte[] whole = Files.readAllBytes(manifest);
        for (int place = 0; place < whole.length; place++) {
            if (whole[place] < '0' || whole[place] > '9') {
                continue;
            }
            byte[] changed = whole.clone();
            changed[place] = (byte) (changed[place] == '9' ? '1' : changed[place] + 1);
            Files.write(manifest, changed);
            assertThatThrownBy(() -> Verification.of(backup))
                    .as("digit " + place)
                    .isInstanceOf(BackupUnsound.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "", "null", "[]", "{\"program\": 1"})
    void aBrokenManifestIsSaidSo(String manifest) throws IOException {
        Path backup = backup();
        Files.writeString(backup.resolve(Manifest.NAME), manifest);
        assertThatThrownBy(() -> Verification.of(backup)).isInstanceOf(BackupUnsound.class);
    }

    @Test
    void oneOfANewerVersionIsRefused() throws IOException {
        Path backup = backup();
        Path manifest = backup.resolve(Manifest.NAME);
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace("\"data-version\" : " + DataFolder.VERSION, "\"data-version\" : 99"));
        assertThatThrownBy(() -> Verification.of(backup))
                .isInstanceOf(BackupUnsound.class)
                .hasMessageContaining("更新的版本");
    }

    @Test
    void theClerkAnswersRequestsAndKeepsTheDailyOnes() throws Exception {
        try (Run run = open(data)) {
            fill(run);
            Settings.Backups daily = new Settings.Backups(Path.of("daily"), java.time.LocalTime.of(2, 30), 2);
            BackupClerk clerk =
                    new BackupClerk(run.backup(), data, Optional.of(daily), java.time.ZoneId.of("Asia/Shanghai"), time);
            for (int day = 0; day < 4; day++) {
                clerk.runOnce();
                clerk.runOnce();
                time.advance(Duration.ofDays(1));
            }
            try (var inside = Files.list(data.resolve("daily"))) {
                assertThat(inside).hasSize(2);
            }
            var asked = java.util.concurrent.CompletableFuture.supplyAsync(() -> ask(folder.resolve("asked")));
            Instant until = Instant.now().plusSeconds(30);
            while (!asked.isDone() && Instant.now().isBefore(until)) {
                clerk.runOnce();
                Thread.onSpinWait();
            }
            BackupRequests.Answer answer = asked.get();
            assertThat(answer.made()).as(answer.sentence()).isTrue();
            assertThat(answer.sentence()).contains("备份已完成并核对");
        }
    }

    private BackupRequests.Answer ask(Path into) {
        try {
            return new BackupRequests(data).ask(into, Duration.ofSeconds(30)).orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
