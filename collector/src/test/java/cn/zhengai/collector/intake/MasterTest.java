package cn.zhengai.collector.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.collector.Rig;
import cn.zhengai.collector.SmallCollege;
import cn.zhengai.collector.json.JsonLines;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.Supply;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a declared master its word prevails, in whatever order batches come. */
class MasterTest {
    private static final String POINT = "course.hours";

    private final Rig rig = new Rig(catalogue());
    private final IntakeDesk desk =
            rig.desk.hearing((series, at) -> rig.readings.read(series, at, at + 1, ReadingStore.NOW).stream()
                    .map(Logged::reading)
                    .findFirst());
    private int batches;

    /** {@code lms} is the master of {@value #POINT}; {@code a} and {@code b} are others. */
    private static Catalogue catalogue() {
        Catalogue c = SmallCollege.catalogue(SourceMapping.standard("a", "甲"), SourceMapping.standard("b", "乙"));
        Supply supply = new Supply(Optional.empty(), Optional.of("lms"));
        return Catalogue.of(
                c.college(),
                c.zone(),
                c.tree(),
                c.leadOffices(),
                new Catalogue.Declared(
                        List.copyOf(c.subjects().values()),
                        c.points().values().stream()
                                .map(p -> p.id().equals(POINT) ? p.with(supply) : p)
                                .toList(),
                        List.of(),
                        List.of(),
                        List.copyOf(c.sources().values())),
                "mastered");
    }

    private record Said(String source, int day, int value, int revision) {
        String row() {
            return String.format(
                    Locale.ROOT,
                    "{\"point\":\"%s\",\"subject\":\"math-1\",\"at\":\"2026-01-%02d\",\"value\":%d%s}\n",
                    POINT,
                    day,
                    value,
                    revision == 0 ? "" : ",\"revision\":" + revision);
        }
    }

    private int take(Said... said) {
        byte[] text =
                String.join("", List.of(said).stream().map(Said::row).toList()).getBytes(StandardCharsets.UTF_8);
        Submission submission;
        synchronized (this) {
            submission = new Submission(
                    "b" + batches++,
                    "test",
                    desk.mappingOf(said[0].source()),
                    false,
                    1,
                    new JsonLines(text, text.length),
                    Outcomes.UNHEARD,
                    tally -> "");
        }
        try {
            return (int) desk.take(submission).receipt().accepted();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Values in force by day. */
    private Map<Integer, Long> inForce() {
        Map<Integer, Long> byDay = new TreeMap<>();
        rig.readings
                .read(rig.index.of(POINT, "math-1"), Long.MIN_VALUE, Long.MAX_VALUE, ReadingStore.NOW)
                .forEach(l -> byDay.put(
                        java.time.Instant.ofEpochMilli(l.reading().at())
                                .atZone(SmallCollege.ZONE)
                                .getDayOfMonth(),
                        l.reading().position() / 2 / Micros.ONE));
        return byDay;
    }

    @Test
    void othersFillGapsAndTheMasterReplacesThem() {
        assertThat(take(new Said("a", 1, 10, 7))).isEqualTo(1);
        assertThat(take(new Said("lms", 1, 20, 0))).isEqualTo(1);
        assertThat(inForce()).containsExactly(Map.entry(1, 20L));
        assertThat(rig.logged()).hasSize(2);
    }

    @Test
    void nothingComesAfterTheMaster() {
        take(new Said("lms", 1, 20, 0));
        assertThat(take(new Said("a", 1, 10, 9), new Said("a", 2, 11, 0))).isEqualTo(1);
        assertThat(inForce()).containsExactly(Map.entry(1, 20L), Map.entry(2, 11L));
        assertThat(rig.rejections()).singleElement().satisfies(r -> {
            assertThat(r.reason()).isEqualTo(Reason.NOT_MASTER);
            assertThat(r.detail()).contains("以来源“lms”为准").contains("只能补缺");
        });
    }

    @Test
    void aRepeatOfWhatIsInForceIsNoOffence() {
        take(new Said("lms", 1, 20, 0));
        assertThat(take(new Said("a", 1, 20, 0))).isEqualTo(1);
        take(new Said("lms", 1, 21, 0));
        assertThat(inForce()).containsExactly(Map.entry(1, 21L));
    }

    /** The master's agreement with what stood there leaves no trace of its own in the log, and holds nevertheless. */
    @Test
    void agreementOfTheMasterHolds() {
        take(new Said("a", 1, 20, 0));
        take(new Said("lms", 1, 20, 0));
        assertThat(take(new Said("a", 1, 25, 0))).isZero();
        assertThat(inForce()).containsExactly(Map.entry(1, 20L));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anyInterleavingGivesTheMastersWord(long seed) {
        Random random = new Random(seed);
        Map<Integer, Said> words = new TreeMap<>();
        List<List<Said>> queues = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        String[] sources = {"lms", "a", "b"};
        for (int i = 0; i < 120; i++) {
            int source = random.nextInt(3);
            Said said = new Said(
                    sources[source], 1 + random.nextInt(9), random.nextInt(4), random.nextInt(4) == 0 ? 1 + i : 0);
            queues.get(source).add(said);
            if (source == 0) {
                words.merge(said.day(), said, (x, y) -> y.revision() >= x.revision() ? y : x);
            }
        }
        Map<Integer, Long> expected = new TreeMap<>();
        words.forEach((day, said) -> expected.put(day, (long) said.value()));
        List<Said> order = new ArrayList<>();
        int[] next = new int[3];
        while (order.size() < 120) {
            int source = random.nextInt(3);
            if (next[source] < queues.get(source).size()) {
                order.add(queues.get(source).get(next[source]++));
            }
        }
        order.forEach(this::take);
        assertThat(inForce()).containsAllEntriesOf(expected);
    }

    @Test
    void atTheSameTimeToo() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (String source : List.of("lms", "a", "b")) {
            threads.add(new Thread(() -> {
                for (int i = 0; i < 60; i++) {
                    for (int day = 1; day <= 5; day++) {
                        take(new Said(source, day, source.equals("lms") ? 90 : i % 7, 0));
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(inForce().values()).hasSize(5).containsOnly(90L);
    }
}
