package cn.zhengai.server.life;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.rule.RuleBook;
import cn.zhengai.alerting.warner.Pace;
import cn.zhengai.alerting.warner.Ports;
import cn.zhengai.alerting.warner.Warner;
import cn.zhengai.alerting.warner.WarnerMeter;
import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.collector.intake.IntakeDesk;
import cn.zhengai.collector.push.Format;
import cn.zhengai.collector.push.Gate;
import cn.zhengai.collector.push.PushDesk;
import cn.zhengai.collector.push.PushRequest;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.storage.duckdb.DuckDbReadings;
import cn.zhengai.storage.duckdb.Options;
import cn.zhengai.storage.jdbc.SqliteLedger;
import cn.zhengai.testkit.time.SettableTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same readings with repeats, late ones and numbered revisions, pushed in any order and split into any batches
 * through desk, DuckDB, warner and SQLite: equal readings in force and equal episodes.
 */
class AnySplitTest {
    private static final int SEEDS = 30;
    private static final int DAYS = 40;
    private static final int SUBJECTS = 6;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    private static Path folder;

    private static Catalogue catalogue;

    @BeforeAll
    static void college() throws IOException {
        SmallCollege.write(folder, 9);
        catalogue =
                CatalogueFolder.read(folder.resolve("catalogue")).catalogue().orElseThrow();
    }

    /** What the year looks like in the end. */
    private record History(TreeMap<String, String> readings, List<String> episodes) {}

    @Test
    void anyOrderAndSplitGiveTheSameHistory() throws IOException {
        List<String> rows = rows(new Random(20260301));
        History inOrder = pushed("in-order", List.of(rows));
        assertThat(inOrder.episodes()).hasSizeGreaterThan(SUBJECTS);
        for (int seed = 1; seed <= SEEDS; seed++) {
            History other = pushed("seed-" + seed, batches(rows, new Random(seed)));
            assertThat(other).as("seed %d", seed).isEqualTo(inOrder);
        }
    }

    /** By instant: a reading for each course and day, some of them revised up to three times. */
    private static List<String> rows(Random random) {
        List<String> rows = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            for (int subject = 0; subject < SUBJECTS; subject++) {
                int revision = 0;
                do {
                    String row = Pusher.row(
                            "C" + subject, START.plus(Duration.ofDays(day)).toString(), 84 + random.nextInt(16), 100);
                    rows.add(row.replace("}", ",\"revision\":" + revision + "}"));
                    revision++;
                } while (random.nextInt(5) == 0 && revision < 4);
            }
        }
        return rows;
    }

    /** Every row at least once, some again, in batches of one row to many. */
    private static List<List<String>> batches(List<String> rows, Random random) {
        List<String> arrivals = new ArrayList<>(rows);
        rows.stream().filter(row -> random.nextInt(6) == 0).forEach(arrivals::add);
        if (random.nextBoolean()) {
            Collections.shuffle(arrivals, random);
        } else {
            for (int late = 0; late < rows.size() / 10; late++) {
                arrivals.add(arrivals.remove(random.nextInt(arrivals.size())));
            }
        }
        int largest = 20 + random.nextInt(200);
        List<List<String>> batches = new ArrayList<>();
        for (int from = 0; from < arrivals.size(); ) {
            int to = Math.min(arrivals.size(), from + 1 + random.nextInt(largest));
            batches.add(arrivals.subList(from, to));
            from = to;
        }
        return batches;
    }

    private static History pushed(String name, List<List<String>> batches) throws IOException {
        SettableTime time = SettableTime.at("2026-09-01T00:00:00Z");
        Random turns = new Random(name.hashCode());
        SeriesIndex index = new SeriesIndex();
        Path at = folder.resolve(name);
        try (Ledger ledger = SqliteLedger.open(at.resolve("ledger.sqlite"));
                DuckDbReadings readings =
                        DuckDbReadings.open(at.resolve("readings.duckdb"), index, Options.standard());
                Warner warner = new Warner(
                        new Ports(index, readings.log(), readings.store(), ledger.warnings()),
                        () -> RuleBook.of(catalogue),
                        new Pace(1 + turns.nextInt(300), Duration.ZERO),
                        time,
                        WarnerMeter.NONE)) {
            IntakeDesk intake = new IntakeDesk(() -> catalogue, index, readings.log(), ledger.intake(), time);
            PushDesk desk = new PushDesk(intake, new Gate(4, 64 << 20), PushDesk.DEFAULT_LIMIT, time);
            for (List<String> batch : batches) {
                time.advance(Duration.ofMinutes(1));
                push(desk, batch);
                if (turns.nextInt(4) == 0) {
                    warner.runOnce();
                }
                if (turns.nextInt(10) == 0) {
                    readings.settle();
                }
            }
            while (ledger.warnings().position(Warner.CONSUMER, 0)
                    < readings.log().end().through(0)) {
                warner.runOnce();
            }
            return history(index, readings, ledger);
        }
    }

    private static void push(PushDesk desk, List<String> batch) {
        byte[] body = ("[" + String.join(",", batch) + "]").getBytes(StandardCharsets.UTF_8);
        var answer = desk.push(new PushRequest(
                "push", Format.JSON, Optional.empty(), "", false, false, new ByteArrayInputStream(body)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"rejected\":0");
    }

    private static History history(SeriesIndex index, DuckDbReadings readings, Ledger ledger) {
        TreeMap<String, String> inForce = new TreeMap<>();
        List<String> episodes = new ArrayList<>();
        for (int subject = 0; subject < SUBJECTS; subject++) {
            var series = index.of(SmallCollege.POINT, "C" + subject);
            readings.store()
                    .read(series, 0, Long.MAX_VALUE, ReadingStore.NOW)
                    .forEach(r -> assertThat(inForce.put(
                                    series.key() + " " + r.reading().at(),
                                    r.reading().numerator() + " rev "
                                            + r.reading().revision()))
                            .as("twice: %s", r)
                            .isNull());
            for (Warning w : ledger.warnings().ofSeries(List.of(series.key()))) {
                episodes.add(
                        w.subject() + " " + w.raisedAt() + " " + w.clearedAt() + " " + w.severity() + " " + w.status());
            }
        }
        return new History(inForce, episodes);
    }
}
