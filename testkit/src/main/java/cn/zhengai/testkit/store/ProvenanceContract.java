package cn.zhengai.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.Provenance.Dispute;
import cn.zhengai.core.port.Provenance.Supplied;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.reading.ReadingsOnTest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who brought what and who disagrees, by example and against the reference; before and after settling alike. */
public abstract class ProvenanceContract {
    private static final Instant MONDAY = Instant.parse("2026-03-02T17:00:00.5Z");
    private static final long DAY = 86_400_000;
    private static final long OFFSET = 8 * 3_600_000L;
    private static final long AT = MONDAY.toEpochMilli();
    /** 2026-03-03, which Monday evening in UTC is in China already. */
    private static final long TUESDAY = Instant.parse("2026-03-03T00:00:00Z").toEpochMilli() / DAY;

    @TempDir
    Path folder;

    private final SeriesIndex index = new SeriesIndex();
    private ReadingsOnTest readings;
    private int batches;

    /** Opens what is kept in this folder, or begins there. */
    protected abstract ReadingsOnTest open(Path where, SeriesIndex series);

    @BeforeEach
    void begin() {
        readings = open(folder, index);
    }

    @AfterEach
    void end() {
        readings.close();
    }

    @Test
    void countsBySourcePointAndLocalDays() {
        take("kq", false, MONDAY, value("a", 0, 90), value("b", 0, 91), value("a", 60_000, 92));
        take("kq", false, MONDAY.plusMillis(DAY), value("c", 0, 80));
        take("jw", true, MONDAY, value("c", DAY, 80));

        twice(() -> assertThat(supplied(AT - DAY, AT + 2 * DAY))
                .containsExactlyInAnyOrder(
                        new Supplied("kq", "p", TUESDAY, TUESDAY, false, 3, 2, 0),
                        new Supplied("kq", "p", TUESDAY, TUESDAY + 1, false, 1, 1, DAY),
                        new Supplied("jw", "p", TUESDAY + 1, TUESDAY, true, 1, 1, 0)));
    }

    @Test
    void countsWhatIsInForceWithinTheSpan() {
        take("kq", false, MONDAY, value("a", 0, 90), value("a", 1, 90));
        take("jw", false, MONDAY, value("a", 0, 95));

        twice(() -> assertThat(supplied(AT, AT + 1))
                .containsExactly(new Supplied("jw", "p", TUESDAY, TUESDAY, false, 1, 1, 0)));
    }

    @Test
    void sourcesThatDisagree() {
        take("kq", false, MONDAY, value("a", 0, 90), value("b", 0, 70), value("c", 5, 60));
        take("jw", false, MONDAY, value("a", 0, 95), value("b", 0, 70));
        take("jw", false, MONDAY, value("c", 5, 61).revised(3));
        take("kq", false, MONDAY, value("c", 5, 62));

        twice(() -> {
            List<Dispute> all = readings.provenance().disputes(Long.MIN_VALUE, Long.MAX_VALUE, 10);
            assertThat(all).hasSize(2);
            assertThat(said(all.get(0))).containsExactly("jw 61", "kq 62");
            assertThat(said(all.get(1))).containsExactly("jw 95", "kq 90");
            assertThat(readings.provenance().disputes(Long.MIN_VALUE, Long.MAX_VALUE, 1))
                    .hasSize(1);
            assertThat(readings.provenance().disputes(AT, AT + 1, 10)).hasSize(1);
        });
    }

    @Test
    void aSourceThatCorrectsItselfIsNoDispute() {
        take("kq", false, MONDAY, value("a", 0, 90));
        take("kq", false, MONDAY, value("a", 0, 95));
        take("jw", false, MONDAY, value("a", 9, 95));

        twice(() -> assertThat(readings.provenance().disputes(Long.MIN_VALUE, Long.MAX_VALUE, 10))
                .isEmpty());
    }

    @Test
    void aDisputeEndsWhenTheyAgree() {
        take("kq", false, MONDAY, value("a", 0, 90));
        take("jw", false, MONDAY, value("a", 0, 95));
        take("jw", false, MONDAY, value("a", 0, 90));

        twice(() -> assertThat(readings.provenance().disputes(Long.MIN_VALUE, Long.MAX_VALUE, 10))
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void answersAsTheReferenceDoes(long seed) {
        Random random = new Random(seed);
        MemoryReadings reference = new MemoryReadings(index);
        for (int batch = 0; batch < 30; batch++) {
            BatchHead head = new BatchHead(
                    "r" + batch,
                    "s" + random.nextInt(3),
                    MONDAY.plusSeconds(random.nextInt(400_000)),
                    random.nextInt(5) == 0);
            List<Reading> rows = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                rows.add(value("x" + random.nextInt(6), random.nextInt(8) * 40_000_000L, random.nextInt(3))
                        .revised(random.nextInt(6) == 0 ? 1 : 0));
            }
            Batch made = new Batch(head, rows);
            readings.log().append(List.of(made));
            reference.append(List.of(made));
            if (random.nextInt(6) == 0) {
                readings.settle();
            }
        }
        twice(() -> {
            assertThat(supplied(AT, AT + 5 * DAY)).containsExactlyInAnyOrderElementsOf(counted(reference));
            List<List<String>> disputes = readings.provenance().disputes(AT, AT + 5 * DAY, 1000).stream()
                    .map(ProvenanceContract::key)
                    .toList();
            assertThat(disputes)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(reference.disputes(AT, AT + 5 * DAY, 1000).stream()
                            .map(ProvenanceContract::key)
                            .toList());
        });
    }

    private static List<Supplied> counted(MemoryReadings reference) {
        List<Supplied> all = new ArrayList<>();
        reference.supplied(AT, AT + 5 * DAY, OFFSET, all::add);
        return all;
    }

    private static List<String> key(Dispute dispute) {
        List<String> key = new ArrayList<>(said(dispute));
        key.add(dispute.inForce().reading().series().key());
        key.add(String.valueOf(dispute.inForce().reading().at()));
        return key;
    }

    private static List<String> said(Dispute dispute) {
        return dispute.said().stream()
                .map(l -> l.head().source() + " " + l.reading().position() / 2 / Micros.ONE)
                .toList();
    }

    private void twice(Runnable check) {
        check.run();
        readings.settle();
        check.run();
    }

    private List<Supplied> supplied(long from, long until) {
        List<Supplied> all = new ArrayList<>();
        readings.provenance().supplied(from, until, OFFSET, all::add);
        return all;
    }

    private void take(String source, boolean history, Instant recordedAt, Reading... rows) {
        BatchHead head = new BatchHead("batch-" + batches++, source, recordedAt, history);
        readings.log().append(List.of(new Batch(head, List.of(rows))));
    }

    private Reading value(String subject, long after, long value) {
        return Reading.plain(index.of("p", subject), AT + after, Micros.ofWhole(value), 1);
    }
}
