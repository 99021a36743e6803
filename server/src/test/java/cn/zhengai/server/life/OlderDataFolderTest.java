package cn.zhengai.server.life;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Settings;
import cn.zhengai.storage.duckdb.ReadingsInspection;
import cn.zhengai.testkit.net.FreePorts;
import cn.zhengai.testkit.time.SettableTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A data folder that version 1 of the layout left behind (made by that program: 360 readings and a revision, an open and
 * answered warning, a cleared one, two rejected rows, an assessment of 2026) goes on in this one.
 */
class OlderDataFolderTest {
    private static final String OPEN = "8ec39c26893a14adb0b4";
    private static final String DIGEST = "77da3647c11746a1047a3e0b06a5bafb1e8e14d22c32ae78c3f515a5d72f4cd6";

    private final SettableTime time = SettableTime.at("2026-11-26T12:00:00Z");

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void unpack() throws IOException {
        data = folder.resolve("data");
        try (InputStream in =
                        Objects.requireNonNull(OlderDataFolderTest.class.getResourceAsStream("data-folder-v1.zip"));
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = data.resolve(entry.getName()).normalize();
                assertThat(file).startsWithRaw(data);
                if (!entry.isDirectory()) {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
    }

    private Run open() {
        DataFolder opened = DataFolder.open(data);
        return Run.open(opened, Settings.read(opened.settings(), Map.of()), time);
    }

    @Test
    void everythingIsThere() throws IOException {
        for (int start = 0; start < 2; start++) {
            try (Run run = open()) {
                run.evaluateAll();
                assertThat(run.stores().readings().store().counts()).isEqualTo(new ReadingStore.Counts(360, 1, 3));
                Series revised = run.stores().index().of(SmallCollege.POINT, "C0");
                assertThat(run.stores().readings().store().revisions(revised, 1_772_668_800_000L))
                        .hasSize(2);
                Warning warning = run.stores().ledger().warnings().warning(OPEN).orElseThrow();
                assertThat(warning.status()).isEqualTo(Warning.Status.OPEN);
                assertThat(warning.acknowledgement().orElseThrow().by()).isEqualTo("周明远");
                assertThat(run.stores().ledger().warnings().ofSeries(List.of("course.attendance/C1")))
                        .extracting(Warning::status)
                        .containsExactly(Warning.Status.CLEARED);
                assertThat(run.stores().ledger().intake().find(Intake.Query.all(10)))
                        .hasSize(2);
            }
        }
        assertThat(data.resolve("version")).hasContent(DataFolder.VERSION + "");
        assertThat(data.resolve("before-version-2/version")).hasContent("1");
        assertThat(data.resolve("before-version-2/ledger.sqlite")).exists();
        assertThat(ReadingsInspection.of(data.resolve("before-version-2/readings.duckdb")))
                .as("the readings as they were, which the new version counts alike")
                .isEqualTo(ReadingsInspection.of(data.resolve("readings.duckdb")));
    }

    @Test
    void gradesAreTheSame() {
        try (Run run = open()) {
            var kept = run.assessments().newest("2026").orElseThrow();
            assertThat(kept.digest()).isEqualTo(DIGEST);
            var fresh = run.assessments().assess("2026");
            assertThat(fresh.departments().get(0).achievement())
                    .isEqualTo(kept.departments().get(0).achievement());
            assertThat(fresh.departments().get(0).grade())
                    .isEqualTo(kept.departments().get(0).grade());
        }
    }

    @Test
    void itGoesOnWhereItStood() throws IOException {
        Pusher sender = new Pusher(FreePorts.one(), Ran.key(data, "jwxt"));
        try (ServeProcess serve = ServeProcess.start(data, sender.port()).ready()) {
            String rows = "[" + Pusher.row("C2", "2026-07-01T00:00:00Z", 99, 100) + ","
                    + Pusher.row("C2", "2026-07-02T00:00:00Z", 99, 100) + "]";
            assertThat(sender.json(rows).statusCode()).isEqualTo(200);
            long until = System.nanoTime() + 20_000_000_000L;
            while (!serve.get("/api/v1/warnings/" + OPEN).body().contains("CLEARED") && System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            assertThat(serve.get("/api/v1/warnings/" + OPEN).body()).contains("CLEARED", "周明远");
            assertThat(Pusher.tree(serve.get("/api/v1/warnings?limit=10"))
                            .path("total")
                            .asInt())
                    .isEqualTo(2);
        }
    }
}
