package cn.zhengai.server.pull;

import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.catalogue.CatalogueReading;
import cn.zhengai.collector.intake.IntakeDesk;
import cn.zhengai.collector.jdbc.Drivers;
import cn.zhengai.collector.jdbc.JdbcSources;
import cn.zhengai.collector.pull.PullDesk;
import cn.zhengai.collector.pull.PullMeter;
import cn.zhengai.collector.pull.PullPorts;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.duckdb.DuckDbReadings;
import cn.zhengai.storage.duckdb.Options;
import cn.zhengai.storage.jdbc.SqliteLedger;
import cn.zhengai.testkit.time.SettableTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** A college of twenty courses whose scores are pulled, over real stores. */
final class Pulled implements AutoCloseable {
    private final Catalogue catalogue;
    private final SeriesIndex index = new SeriesIndex();
    private final DuckDbReadings readings;
    private final Ledger ledger;
    private final Kills kills;
    private final ExecutorService readAhead = Executors.newSingleThreadExecutor();
    private final SettableTime time = new SettableTime(Instant.parse("2026-12-01T00:00:00Z"));
    private PullDesk desk;

    Pulled(Path data, String url, Kills kills) throws IOException {
        write(data.resolve("catalogue"), url);
        CatalogueReading reading = CatalogueFolder.read(data.resolve("catalogue"));
        this.catalogue = reading.catalogue().orElseThrow(() -> new AssertionError(reading.findings()));
        this.readings = DuckDbReadings.open(data.resolve("readings.duckdb"), index, Options.standard());
        this.ledger = SqliteLedger.open(data.resolve("ledger.sqlite"));
        this.kills = kills;
        this.desk = fresh();
    }

    /** The catalogue of that college. */
    static void write(Path catalogue, String url) throws IOException {
        writeCollege(catalogue);
        writeSource(catalogue, url);
    }

    /** Everything but a source. */
    static void writeCollege(Path catalogue) throws IOException {
        for (String folder : List.of("points", "subjects", "sources")) {
            Files.createDirectories(catalogue.resolve(folder));
        }
        Files.writeString(catalogue.resolve("college.yaml"), """
                name: 小学院
                lead-offices: {school: jwc, program: jwc, course: jwc, teacher: jwc, student: jwc}
                cycles: [{id: "2026", kind: year, from: "2026-01-01", to: "2026-12-31"}]
                """);
        Files.writeString(catalogue.resolve("organisation.yaml"), """
                units: [{id: zlw, name: 质量管理委员会, kind: committee}, {id: jwc, name: 教务处, kind: department, parent: zlw}]
                """);
        Files.writeString(catalogue.resolve("points/course.yaml"), """
                level: course
                points: [{id: course.score, name: 成绩, unit: 分, direction: higher, roll-up: mean, cadence: daily, weight: 1, owner: jwc, target: 98, standard: 95, warning: 90}]
                """);
        Files.writeString(
                catalogue.resolve("subjects/course.yaml"),
                "level: course\nunit: jwc\nsubjects: ["
                        + String.join(
                                ", ",
                                IntStream.range(0, 20)
                                        .mapToObj(i -> "{id: C" + i + ", name: 课程" + i + "}")
                                        .toList())
                        + "]\n");
    }

    private static void writeSource(Path catalogue, String url) throws IOException {
        Files.writeString(catalogue.resolve("sources/jw.yaml"), """
                sources:
                  - id: jw
                    name: 教务系统
                    subject: "{course}"
                    time: {column: at, format: epoch-s}
                    measures: [{point: course.score, value: value}]
                    jdbc:
                      url: "%s"
                      query: |
                        select id, id + 1300000000 as at, written, course, value from score
                        where (written, id) > (:since_instant, :since_id) and written <= :until
                        order by written, id
                      watermark: {instant: written, id: id}
                      every: PT1S
                      safety-lag: PT0.2S
                      overlap: PT60S
                      timeout: PT20S
                """.formatted(url));
    }

    private PullDesk fresh() {
        IntakeDesk intake = new IntakeDesk(() -> catalogue, index, kills.around(readings.log()), ledger.intake(), time);
        JdbcSources sources = new JdbcSources(new Drivers(List.of()), Map.of(), InstantSource.system());
        return new PullDesk(
                new PullPorts(intake, kills.around(ledger.cursors()), sources, readAhead), PullMeter.UNCOUNTED, time);
    }

    /** A turn; when it is killed, what follows begins anew with what is on the disk, and the answer is no. */
    boolean turn() {
        time.advance(Duration.ofMinutes(11));
        try {
            desk.runOnce();
            return true;
        } catch (Kills.Killed killed) {
            desk = fresh();
            return false;
        }
    }

    boolean hasTrouble() {
        return desk.standings().stream().anyMatch(standing -> standing.trouble().isPresent());
    }

    List<Logged> logged() {
        return readings.store().history(index.since(0), ReadingStore.NOW);
    }

    DuckDbReadings readings() {
        return readings;
    }

    Ledger ledger() {
        return ledger;
    }

    @Override
    public void close() {
        readAhead.shutdown();
        readings.close();
        ledger.close();
    }
}
