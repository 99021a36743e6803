package cn.zhengai.server.life;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.rule.RuleBook;
import cn.zhengai.alerting.warner.Pace;
import cn.zhengai.alerting.warner.Ports;
import cn.zhengai.alerting.warner.Warner;
import cn.zhengai.alerting.warner.WarnerMeter;
import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Change;
import cn.zhengai.core.reading.ChangeQuery;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.storage.duckdb.DuckDbReadings;
import cn.zhengai.storage.duckdb.Options;
import cn.zhengai.testkit.ledger.MemoryLedger;
import cn.zhengai.testkit.time.SettableTime;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A source that publishes its last eight weeks anew every week, every value a little different, for a year: each becomes a
 * revision, every week's picture stays readable, and episodes and sums are those of the values that stand in the end.
 */
class RepublishedTest {
    private static final int WEEKS = 52;
    private static final int ANEW = 8;
    private static final int COURSES = 6;
    private static final Instant START = Instant.parse("2026-01-04T16:00:00Z");
    private static final Set<String> POINTS = Set.of(SmallCollege.POINT);

    @TempDir
    private Path folder;

    private final SeriesIndex index = new SeriesIndex();
    /** Numerator of 100 by course and day, as published last. */
    private final TreeMap<String, Integer> now = new TreeMap<>();
    /** The same as it stood after each week. */
    private final List<Map<String, Integer>> pictures = new ArrayList<>();

    private long published;

    @Test
    void everyWeekStaysReadableAndTheEndIsWhatCounts() throws IOException {
        SmallCollege.write(folder, 9);
        Catalogue catalogue =
                CatalogueFolder.read(folder.resolve("catalogue")).catalogue().orElseThrow();
        MemoryLedger ledger = new MemoryLedger();
        try (DuckDbReadings readings = DuckDbReadings.open(folder.resolve("anew.db"), index, Options.standard());
                Warner warner = warner(catalogue, readings, ledger)) {
            Random random = new Random(20260104);
            for (int week = 0; week < WEEKS; week++) {
                readings.log().append(List.of(week(week, random)));
                pictures.add(Map.copyOf(now));
                catchUp(warner, readings, ledger);
                if (week % 5 == 4) {
                    readings.settle();
                }
            }
            everyWeek(readings.store());
            changes(readings.store());
            readings.settle();
            everyWeek(readings.store());
            assertThat(readings.store().counts().inForce()).isEqualTo(now.size());
            assertThat(readings.store().counts().superseded()).isEqualTo(published - now.size());
            assertThat(episodes(ledger)).isNotEmpty().isEqualTo(inOrder(catalogue));
        }
        assertThat(Files.size(folder.resolve("anew.db")))
                .as("bytes for %s values, %s of them in force", published, now.size())
                .isLessThan(2_000_000 + 200 * published);
    }

    private Batch week(int week, Random random) {
        List<Reading> rows = new ArrayList<>();
        for (int day = Math.max(0, week - ANEW) * 7; day < (week + 1) * 7; day++) {
            for (int course = 0; course < COURSES; course++) {
                String key = "C" + course + " " + day;
                Integer before = now.get(key);
                int value = before == null
                        ? 84 + random.nextInt(16)
                        : before + (before < 99 && random.nextBoolean() ? 1 : -1);
                now.put(key, value);
                rows.add(reading(course, day, value, rows.size() + 1));
            }
        }
        published += rows.size();
        return new Batch(new BatchHead("week-" + week, "jwxt", recordedAt(week), false), rows);
    }

    private static Instant recordedAt(int week) {
        return START.plus(Duration.ofDays(7L * (week + 1)));
    }

    private Reading reading(int course, int day, int value, int row) {
        return Reading.ratio(
                index.of(SmallCollege.POINT, "C" + course),
                START.plus(Duration.ofDays(day)).toEpochMilli(),
                value * Micros.ONE,
                100 * Micros.ONE,
                100,
                row);
    }

    private void everyWeek(ReadingStore store) {
        for (int week = 0; week < WEEKS; week++) {
            Knowledge then = store.knownAt(recordedAt(week));
            Map<String, Integer> picture = pictures.get(week);
            Map<String, BigInteger> sums = new TreeMap<>();
            store.summarise(
                    POINTS,
                    Long.MIN_VALUE,
                    Long.MAX_VALUE,
                    then,
                    s -> sums.put(s.series().subject(), s.numerators().divide(BigInteger.valueOf(Micros.ONE))));
            Map<String, BigInteger> expected = new TreeMap<>();
            picture.forEach((key, value) ->
                    expected.merge(key.substring(0, key.indexOf(' ')), BigInteger.valueOf(value), BigInteger::add));
            assertThat(sums).as("week %s", week).isEqualTo(expected);
            Map<String, Integer> read = new TreeMap<>();
            store.read(index.of(SmallCollege.POINT, "C0"), Long.MIN_VALUE, Long.MAX_VALUE, then)
                    .forEach(l -> read.put(
                            "C0 "
                                    + Duration.between(
                                                    START,
                                                    Instant.ofEpochMilli(
                                                            l.reading().at()))
                                            .toDays(),
                            Math.toIntExact(l.reading().numerator() / Micros.ONE)));
            assertThat(picture).as("week %s", week).containsAllEntriesOf(read);
            assertThat(read).hasSize((week + 1) * 7);
        }
    }

    private void changes(ReadingStore store) {
        for (int week : new int[] {0, 20, WEEKS - 2, WEEKS - 1}) {
            Map<String, Integer> then = pictures.get(week);
            long expected = then.entrySet().stream()
                    .filter(e -> !e.getValue().equals(now.get(e.getKey())))
                    .count();
            ChangeQuery query =
                    ChangeQuery.of(store.knownAt(recordedAt(week)), store.known(), POINTS, Integer.MAX_VALUE);
            List<Change> changes = store.changes(query);
            assertThat(changes).as("since week %s", week).hasSize(Math.toIntExact(expected));
            assertThat(changes).allSatisfy(c -> {
                String key = c.after().reading().series().subject() + " "
                        + Duration.between(
                                        START,
                                        Instant.ofEpochMilli(c.after().reading().at()))
                                .toDays();
                assertThat(c.before().reading().numerator()).isEqualTo(then.get(key) * Micros.ONE);
                assertThat(c.after().reading().numerator()).isEqualTo(now.get(key) * Micros.ONE);
            });
        }
    }

    /** The episodes of the values that stand in the end, taken in once and in order. */
    private List<String> inOrder(Catalogue catalogue) {
        MemoryLedger ledger = new MemoryLedger();
        try (DuckDbReadings readings = DuckDbReadings.open(folder.resolve("once.db"), index, Options.standard());
                Warner warner = warner(catalogue, readings, ledger)) {
            List<Reading> rows = new ArrayList<>();
            for (int day = 0; day < WEEKS * 7; day++) {
                for (int course = 0; course < COURSES; course++) {
                    rows.add(reading(course, day, now.get("C" + course + " " + day), rows.size() + 1));
                }
            }
            readings.log().append(List.of(new Batch(new BatchHead("once", "jwxt", recordedAt(WEEKS), false), rows)));
            catchUp(warner, readings, ledger);
            return episodes(ledger);
        }
    }

    private Warner warner(Catalogue catalogue, DuckDbReadings readings, MemoryLedger ledger) {
        return new Warner(
                new Ports(index, readings.log(), readings.store(), ledger.warnings()),
                () -> RuleBook.of(catalogue),
                new Pace(5000, Duration.ZERO),
                SettableTime.at("2027-02-01T00:00:00Z"),
                WarnerMeter.NONE);
    }

    private static void catchUp(Warner warner, DuckDbReadings readings, MemoryLedger ledger) {
        while (ledger.warnings().position(Warner.CONSUMER, 0)
                < readings.log().end().through(0)) {
            warner.runOnce();
        }
    }

    private static List<String> episodes(MemoryLedger ledger) {
        List<String> all = new ArrayList<>();
        for (int course = 0; course < COURSES; course++) {
            for (Warning w : ledger.warnings().ofSeries(List.of(SmallCollege.POINT + "/C" + course))) {
                all.add(w.subject() + " " + w.firstAt() + " " + w.raisedAt() + " " + w.clearedAt() + " " + w.severity()
                        + " " + w.status());
            }
        }
        return all;
    }
}
