package cn.zhengai.alerting.silence;

import cn.zhengai.alerting.College;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.testkit.ledger.MemoryLedger;
import cn.zhengai.testkit.store.MemoryReadings;
import cn.zhengai.testkit.time.SettableTime;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A silence watch over log and ledger in memory, in the college's zone. */
final class Lookout {
    static final String POINT = "course.attendance";

    final SeriesIndex index = new SeriesIndex();
    final MemoryReadings readings = new MemoryReadings(index);
    final MemoryLedger ledger = new MemoryLedger();
    final SettableTime time;
    Catalogue catalogue;
    private SilenceWatch watch;
    private Duration settling = Duration.ZERO;
    private Duration slowness = Duration.ZERO;
    private long behind;
    private int batches;

    Lookout(Catalogue catalogue, String now) {
        this.catalogue = catalogue;
        this.time = SettableTime.at(at(now).toString());
        this.watch = started();
    }

    private SilenceWatch started() {
        return new SilenceWatch(
                () -> catalogue,
                new SilenceWatch.Ports(index, slow(), readings::end, ledger.intake(), ledger.warnings()),
                time,
                settling);
    }

    /** The store takes so long to say what is the latest. */
    Lookout slowness(Duration duration) {
        slowness = duration;
        return this;
    }

    /** The store does not have so many of the last readings yet. */
    Lookout behind(long readings) {
        behind = readings;
        return this;
    }

    private ReadingStore slow() {
        return (ReadingStore) Proxy.newProxyInstance(
                Lookout.class.getClassLoader(), new Class<?>[] {ReadingStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("known")) {
                        return Knowledge.in(0, readings.known().through(0) - behind);
                    }
                    if (method.getName().equals("latest")) {
                        time.set(time.instant().plus(slowness));
                    }
                    return method.invoke(readings, arguments);
                });
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local.length() == 10 ? local + "T08:00" : local)
                .atZone(College.ZONE)
                .toInstant();
    }

    /** As after a restart: only log and ledger remain. */
    Lookout restart() {
        watch = started();
        return this;
    }

    Lookout settling(Duration duration) {
        settling = duration;
        return restart();
    }

    SilenceWatch another() {
        return started();
    }

    /** Takes in one reading a subject, of 8 o'clock that day or of a local time. */
    Lookout take(String source, boolean history, String when, String... subjects) {
        return takeOf(source, history, POINT, when, subjects);
    }

    Lookout takeOf(String source, boolean history, String point, String when, String... subjects) {
        batches++;
        BatchHead head = new BatchHead("b" + batches, source, time.instant(), history);
        List<Reading> rows = Stream.of(subjects)
                .map(s -> Reading.plain(index.of(point, s), at(when).toEpochMilli(), Micros.ofWhole(99), 1))
                .toList();
        readings.append(List.of(new Batch(head, rows)));
        ledger.intake().keep(new Intake.Receipt(head, rows.size(), 0, Optional.of(at(when)), ""), List.of());
        return this;
    }

    /** Looks at a local time. */
    Lookout look(String when) {
        time.set(at(when));
        watch.runOnce();
        return this;
    }

    /** Looks every morning at 9 from one day to another, both included. */
    Lookout lookDaily(String from, String to) {
        LocalDate.parse(from).datesUntil(LocalDate.parse(to).plusDays(1)).forEach(day -> look(day + "T09:00"));
        return this;
    }

    SilenceReport report() {
        return watch.report();
    }

    WarningLedger warnings() {
        return ledger.warnings();
    }

    /** {@code RAISED! point/subject}; the mark is for one that is told. */
    List<String> steps() {
        return facts().stream()
                .map(f -> f.step() + (f.tell() ? "! " : " ") + f.warning().point() + "/"
                        + f.warning().subject())
                .toList();
    }

    List<Fact> facts() {
        return warnings().facts(0, Integer.MAX_VALUE);
    }

    /** {@code point/subject} of the open ones, sorted. */
    List<String> open() {
        return warnings().find(WarningLedger.Query.ofOpen(1000)).stream()
                .map(w -> w.point() + "/" + w.subject())
                .sorted()
                .toList();
    }

    Warning only() {
        return warnings().find(WarningLedger.Query.ofOpen(10)).get(0);
    }
}
