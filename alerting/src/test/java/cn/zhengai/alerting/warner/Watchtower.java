package cn.zhengai.alerting.warner;

import cn.zhengai.alerting.rule.RuleBook;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.testkit.ledger.MemoryLedger;
import cn.zhengai.testkit.store.MemoryReadings;
import cn.zhengai.testkit.time.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A warner over log and ledger in memory; time runs in minutes from {@link #START}. */
final class Watchtower implements AutoCloseable {
    static final long START = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
    static final long MINUTE = 60_000;

    final SeriesIndex index = new SeriesIndex();
    final MemoryReadings readings = new MemoryReadings(index);
    final MemoryLedger ledger = new MemoryLedger();
    final SettableTime time = SettableTime.at("2026-03-02T00:00:00Z");
    /** Counted by the meter since the start. */
    long refolded;

    long late;
    final FailingLedger failing = new FailingLedger(ledger.warnings());
    final FailingStore store = new FailingStore(readings);
    private RuleBook book;
    private int readingsATurn = 1000;
    private int batches;
    private Warner warner;

    Watchtower(Catalogue catalogue) {
        book = RuleBook.of(catalogue);
        warner = started();
    }

    private Warner started() {
        return new Warner(
                new Ports(index, readings, store, failing),
                () -> book,
                new Pace(readingsATurn, Duration.ZERO),
                time,
                new Counting());
    }

    private final class Counting implements WarnerMeter {
        @Override
        public void evaluated(long some) {}

        @Override
        public void late(long some) {
            late += some;
        }

        @Override
        public void refolded(long some) {
            refolded += some;
        }

        @Override
        public void lag(Duration lag) {}
    }

    /** As after a restart: only log and ledger remain. */
    Watchtower restart() {
        warner.close();
        warner = started();
        return this;
    }

    Watchtower readingsATurn(int most) {
        readingsATurn = most;
        return restart();
    }

    Watchtower rules(Catalogue catalogue) {
        book = RuleBook.of(catalogue);
        return this;
    }

    static long minute(int minute) {
        return START + minute * MINUTE;
    }

    Reading reading(String subject, int minute, double value) {
        long micros = Math.round(value * Micros.ONE);
        return Reading.plain(index.of("course.attendance", subject), minute(minute), micros, 1);
    }

    Watchtower log(boolean history, Reading... some) {
        return log(history, List.of(some));
    }

    Watchtower log(boolean history, List<Reading> some) {
        batches++;
        BatchHead head =
                new BatchHead("b" + batches, "test", Instant.ofEpochMilli(START).plusSeconds(batches), history);
        readings.append(List.of(new Batch(head, some)));
        return this;
    }

    /** Logs one live reading of c0 and deals with it. */
    Watchtower read(int minute, double value) {
        return log(false, reading("c0", minute, value)).run();
    }

    /** Logs live readings of c0 at minutes 0, 1, 2 ... and deals with them. */
    Watchtower readAll(double... values) {
        for (int i = 0; i < values.length; i++) {
            read(i, values[i]);
        }
        return this;
    }

    /** Deals with all there is. */
    Watchtower run() {
        boolean more = true;
        while (more) {
            more = warner.runOnce();
        }
        return this;
    }

    Watchtower runOneTurn() {
        warner.runOnce();
        return this;
    }

    WarningLedger warnings() {
        return ledger.warnings();
    }

    List<Fact> facts() {
        return warnings().facts(0, Integer.MAX_VALUE);
    }

    /** {@code RAISED!} for one that is told, {@code RAISED} for one that is not. */
    List<String> steps() {
        return facts().stream().map(f -> f.step() + (f.tell() ? "!" : "")).toList();
    }

    /** Warnings of c0 that are not withdrawn, e.g. {@code ORANGE 3..7}, {@code RED 3.. EASED}. */
    List<String> episodes() {
        return warnings().ofSeries(List.of("course.attendance/c0")).stream()
                .map(Watchtower::shown)
                .toList();
    }

    static String shown(Warning w) {
        return w.severity() + " " + minutes(w.raisedAt()) + ".."
                + w.clearedAt().map(Watchtower::minutes).orElse("")
                + (w.status() == Warning.Status.EASED ? " EASED" : "");
    }

    private static String minutes(Instant at) {
        return Long.toString((at.toEpochMilli() - START) / MINUTE);
    }

    @Override
    public void close() {
        warner.close();
    }
}
