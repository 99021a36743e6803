package cn.zhengai.server.oulad;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.rule.RuleBook;
import cn.zhengai.alerting.warner.Pace;
import cn.zhengai.alerting.warner.Ports;
import cn.zhengai.alerting.warner.Warner;
import cn.zhengai.alerting.warner.WarnerMeter;
import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.catalogue.CatalogueReading;
import cn.zhengai.catalogue.finding.Finding;
import cn.zhengai.collector.drop.DropFolder;
import cn.zhengai.collector.file.FileIntake;
import cn.zhengai.collector.file.FileOutcome;
import cn.zhengai.collector.intake.IntakeDesk;
import cn.zhengai.collector.jdbc.Drivers;
import cn.zhengai.collector.jdbc.JdbcSources;
import cn.zhengai.collector.pull.PullCount;
import cn.zhengai.collector.pull.PullDesk;
import cn.zhengai.collector.pull.PullMeter;
import cn.zhengai.collector.pull.PullPorts;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.duckdb.DuckDbReadings;
import cn.zhengai.storage.duckdb.Options;
import cn.zhengai.storage.jdbc.SqliteLedger;
import cn.zhengai.testkit.time.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The product's own pieces in one process over one data folder, as the embedded run puts them together: catalogue from
 * YAML, drop folder, DuckDB, warner, SQLite.
 */
final class Product implements AutoCloseable {
    private static final Duration SETTLE = Duration.ofSeconds(5);

    private final Path data;
    private final CatalogueReading reading;
    private final Catalogue catalogue;
    private final SeriesIndex index = new SeriesIndex();
    private final SettableTime time = new SettableTime(Instant.parse("2026-03-01T00:00:00Z"));
    private final DuckDbReadings readings;
    private final Ledger ledger;
    private final DropFolder drop;
    private final PullDesk pulls;

    private Product(Path data) {
        this.data = data;
        reading = CatalogueFolder.read(data.resolve("catalogue"));
        catalogue = reading.catalogue().orElseThrow(() -> new AssertionError(reading.findings()));
        readings = DuckDbReadings.open(data.resolve("readings.duckdb"), index, Options.standard());
        ledger = SqliteLedger.open(data.resolve("ledger.sqlite"));
        IntakeDesk desk = new IntakeDesk(() -> catalogue, index, readings.log(), ledger.intake(), time);
        drop = new DropFolder(data.resolve("drop"), () -> catalogue, new FileIntake(desk), time, SETTLE);
        JdbcSources sources = new JdbcSources(new Drivers(List.of()), Map.of(), time);
        pulls = new PullDesk(new PullPorts(desk, ledger.cursors(), sources, Runnable::run), PullMeter.UNCOUNTED, time);
    }

    /** Over a data folder whose {@code drop/in} has been filled; nothing is taken yet. */
    static Product over(Path data) {
        return new Product(data);
    }

    /** Takes what lies in the drop folder. */
    List<FileOutcome> collect() {
        assertThat(drop.runOnce()).as("files that nobody saw lying still").isEmpty();
        time.advance(SETTLE);
        return drop.runOnce();
    }

    /** Pulls every source that has a database, until nothing is left. */
    Map<String, PullCount> pull() {
        Map<String, PullCount> counts = new TreeMap<>();
        catalogue.sources().values().stream()
                .filter(source -> source.pull().isPresent())
                .forEach(source -> counts.put(
                        source.id(), pulls.pullNow(source.id(), false).orElseThrow()));
        return counts;
    }

    /** Evaluates everything that was taken. */
    void evaluate() {
        RuleBook rules = RuleBook.of(catalogue);
        Ports ports = new Ports(index, readings.log(), readings.store(), ledger.warnings());
        Pace pace = new Pace(20_000, Duration.ZERO);
        try (Warner warner = new Warner(ports, () -> rules, pace, time, WarnerMeter.NONE)) {
            boolean more = true;
            while (more) {
                more = warner.runOnce();
            }
        }
        assertThat(ledger.warnings().position(Warner.CONSUMER, 0))
                .isEqualTo(readings.log().end().through(0));
    }

    List<Finding> findings() {
        return reading.findings();
    }

    Path data() {
        return data;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    SeriesIndex index() {
        return index;
    }

    ReadingStore store() {
        return readings.store();
    }

    Ledger ledger() {
        return ledger;
    }

    SettableTime time() {
        return time;
    }

    @Override
    public void close() {
        readings.close();
        ledger.close();
    }
}
