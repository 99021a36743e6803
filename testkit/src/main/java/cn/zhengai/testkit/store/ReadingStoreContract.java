package cn.zhengai.testkit.store;

import static cn.zhengai.core.port.ReadingStore.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.ReadingStore.Counts;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.ChangeCount;
import cn.zhengai.core.reading.ChangeQuery;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.core.reading.Summary;
import cn.zhengai.testkit.reading.ReadingsOnTest;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What questions to the readings answer, by example; before and after settling alike. */
public abstract class ReadingStoreContract {
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00.123456789Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);
    private static final long AT = MONDAY.toEpochMilli();

    @TempDir
    Path folder;

    private final SeriesIndex index = new SeriesIndex();
    private final Series scores = index.of("score", "course-1");
    private final Series ratios = index.of("attendance", "course-1");
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
    void knowsNothingAtFirst() {
        assertThat(readings.store().read(scores, Long.MIN_VALUE, Long.MAX_VALUE, NOW))
                .isEmpty();
        assertThat(readings.store().history(List.of(scores), NOW)).isEmpty();
        assertThat(readings.store().counts()).isEqualTo(new Counts(0, 0, 0));
        assertThat(sums(Set.of("score"), NOW)).isEmpty();
    }

    @Test
    void aReadingComesBackAsItWentInWithItsEvidence() {
        Reading reading = Reading.ratio(ratios, AT, 2 * Micros.ONE, 3 * Micros.ONE, 100, 17)
                .revised(5);
        BatchHead head = new BatchHead("push-中文'1", "教务", MONDAY, true, Optional.of("补考成绩已录入；it's 更正"));
        readings.log().append(List.of(new Batch(head, List.of(reading))));

        twice(() -> assertThat(read(ratios, NOW)).singleElement().satisfies(logged -> {
            assertThat(logged.reading()).isEqualTo(reading);
            assertThat(logged.head()).isEqualTo(head);
        }));
    }

    @Test
    void theSameReadingTwiceIsOne() {
        take(MONDAY, plain(90));
        take(TUESDAY, plain(90), plain(90));

        twice(() -> {
            assertThat(read(scores, NOW))
                    .singleElement()
                    .satisfies(logged -> assertThat(logged.head().recordedAt()).isEqualTo(MONDAY));
            assertThat(readings.store().counts()).isEqualTo(new Counts(1, 0, 1));
            assertThat(readings.store().revisions(scores, AT)).hasSize(1);
        });
    }

    @Test
    void anotherValueIsARevisionAndTheOldOneStaysReadable() {
        take(MONDAY, plain(90));
        take(TUESDAY, plain(95));

        twice(() -> {
            assertThat(values(read(scores, NOW))).containsExactly(95L);
            assertThat(values(read(scores, knownAt(MONDAY)))).containsExactly(90L);
            assertThat(read(scores, knownAt(MONDAY.minusSeconds(1)))).isEmpty();
            assertThat(values(readings.store().revisions(scores, AT))).containsExactly(90L, 95L);
            assertThat(readings.store().counts()).isEqualTo(new Counts(1, 1, 1));
        });
    }

    @Test
    void knowledgeIsHowFarTheLogHadCome() {
        assertThat(readings.store().known()).isEqualTo(Knowledge.NONE);
        take(MONDAY, plain(1, AT), plain(2, AT + 1));
        Knowledge first = readings.store().known();
        take(MONDAY, plain(3, AT), plain(4, AT + 2));
        Knowledge second = readings.store().known();
        take(TUESDAY, plain(5, AT));

        twice(() -> {
            assertThat(values(read(scores, first))).containsExactly(1L, 2L);
            assertThat(values(read(scores, second))).containsExactly(3L, 2L, 4L);
            assertThat(values(read(scores, readings.store().known()))).containsExactly(5L, 2L, 4L);
            assertThat(read(scores, Knowledge.NONE)).isEmpty();
            assertThat(sums(Set.of("score"), first))
                    .singleElement()
                    .satisfies(sum -> assertThat(sum.count()).isEqualTo(2));
        });
    }

    /** An hour of a clock that was set back is not lost, and a later instant never knows less. */
    @Test
    void whatAFastClockRecordedIsKnownOnceSomethingFollows() {
        take(TUESDAY, plain(1, AT));
        take(MONDAY, plain(2, AT + 1));

        twice(() -> {
            assertThat(read(scores, knownAt(MONDAY.minusSeconds(1)))).isEmpty();
            assertThat(values(read(scores, knownAt(MONDAY)))).containsExactly(1L, 2L);
            assertThat(knownAt(MONDAY)).isEqualTo(readings.store().known());
            assertThat(knownAt(TUESDAY)).isEqualTo(readings.store().known());
            assertThat(knownAt(Instant.MAX)).isEqualTo(readings.store().known());
        });
    }

    /** A file is logged in parts that share a head: what was asked in between stays what it was. */
    @Test
    void aBatchIsKnownAsFarAsItHasCome() {
        BatchHead head = new BatchHead("file", "sis", MONDAY, false);
        readings.log().append(List.of(new Batch(head, List.of(plain(1, AT)))));
        Knowledge between = readings.store().known();
        readings.log().append(List.of(new Batch(head, List.of(plain(2, AT + 1), plain(3, AT)))));

        twice(() -> {
            assertThat(values(read(scores, between))).containsExactly(1L);
            assertThat(values(read(scores, knownAt(MONDAY)))).containsExactly(3L, 2L);
        });
    }

    @Test
    void aChangeIsAnotherValueOfAnInstantThatWasKnown() {
        take(MONDAY, plain(90), plain(80, AT + 1), plain(70, AT + 2).revised(5));
        Knowledge then = readings.store().known();
        take(
                TUESDAY,
                plain(95),
                plain(85, AT + 1),
                plain(60, AT + 3),
                plain(71, AT + 2).revised(4));
        take(TUESDAY, plain(96), plain(80, AT + 1));

        twice(() -> {
            ChangeQuery query = ChangeQuery.of(then, readings.store().known(), Set.of("score"), 10);
            assertThat(readings.store().changes(query)).singleElement().satisfies(change -> {
                assertThat(values(List.of(change.before(), change.after()))).containsExactly(90L, 96L);
                assertThat(change.after().head().recordedAt()).isEqualTo(TUESDAY);
            });
            assertThat(readings.store().changed(query)).containsExactly(new ChangeCount("score", "sis", 1));
            assertThat(readings.store().changes(ChangeQuery.of(then, then, Set.of("score"), 10)))
                    .isEmpty();
            assertThat(readings.store().changes(ChangeQuery.of(then, NOW, Set.of(), 10)))
                    .isEmpty();
        });
    }

    /** Rows of one file, each for a reason of its own: heads of one id that differ in the reason. */
    @Test
    void everyValueKnowsWhyItWasSentAlsoAfterAnotherStart() {
        BatchHead file = new BatchHead("file", "sis", MONDAY, false);
        BatchHead late = file.because(Optional.of("缓考"));
        BatchHead again = new BatchHead("again", "sis", TUESDAY, false, Optional.of("重新统计"));
        readings.log()
                .append(List.of(
                        new Batch(late, List.of(plain(60, AT))),
                        new Batch(file, List.of(plain(70, AT + 1), plain(80, AT + 2)))));
        Knowledge then = readings.store().known();
        readings.log().append(List.of(new Batch(again, List.of(plain(61, AT), plain(70, AT + 1)))));

        twice(() -> knowsWhy(then, late, file, again));
        readings.close();
        readings = open(folder, index);
        knowsWhy(then, late, file, again);
    }

    private void knowsWhy(Knowledge then, BatchHead late, BatchHead file, BatchHead again) {
        assertThat(readings.store().revisions(scores, AT))
                .extracting(Logged::head)
                .containsExactly(late, again);
        assertThat(read(scores, NOW)).extracting(Logged::head).containsExactly(again, file, file);
        assertThat(readings.store().history(List.of(scores), NOW))
                .extracting(logged -> logged.head().reason().orElse(""))
                .containsExactly("缓考", "", "", "重新统计");
        assertThat(readings.store().changes(ChangeQuery.of(then, NOW, Set.of("score"), 10)))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.before().head()).isEqualTo(late);
                    assertThat(change.after().head()).isEqualTo(again);
                });
    }

    @Test
    void aHigherRevisionPrevailsWheneverItCame() {
        take(MONDAY, plain(95).revised(2));
        take(TUESDAY, plain(90).revised(1));

        twice(() -> assertThat(values(read(scores, NOW))).containsExactly(95L));
    }

    @Test
    void aValueThatComesBackIsInForceAgain() {
        take(MONDAY, plain(90));
        readings.settle();
        take(TUESDAY, plain(95));
        take(TUESDAY, plain(90));

        twice(() -> {
            assertThat(values(read(scores, NOW))).containsExactly(90L);
            assertThat(values(readings.store().revisions(scores, AT))).containsExactly(90L, 95L, 90L);
        });
    }

    @Test
    void aSpanHasItsFirstInstantAndNotItsLast() {
        take(MONDAY, plain(1, AT), plain(2, AT + 1), plain(3, AT + 2));

        twice(() -> assertThat(values(readings.store().read(scores, AT, AT + 2, NOW)))
                .containsExactly(1L, 2L));
    }

    @Test
    void sumsAreExactFarBeyondALong() {
        List<Reading> rows = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            rows.add(Reading.plain(scores, AT + i, Micros.MAX, i + 1));
        }
        rows.add(Reading.plain(scores, AT + 5, -3, 6));
        take(MONDAY, rows.toArray(Reading[]::new));
        BigInteger sum =
                BigInteger.valueOf(Micros.MAX).multiply(BigInteger.valueOf(5)).subtract(BigInteger.valueOf(3));

        twice(() -> assertThat(sums(Set.of("score"), NOW))
                .containsExactly(new Summary(
                        scores, 6, sum, -6, 2 * Micros.MAX, rows.get(5), BigInteger.ZERO, BigInteger.ZERO)));
    }

    @Test
    void ratiosAreSummedByTheirPartsAndNotAsPlainValues() {
        Reading third = Reading.ratio(ratios, AT, Micros.ONE, 3 * Micros.ONE, 100, 1);
        Reading half = Reading.ratio(ratios, AT + 1, 2 * Micros.ONE, 4 * Micros.ONE, 100, 2);
        take(MONDAY, third, half);

        twice(() -> assertThat(sums(Set.of("attendance"), NOW))
                .containsExactly(new Summary(
                        ratios,
                        2,
                        BigInteger.ZERO,
                        third.position(),
                        half.position(),
                        half,
                        BigInteger.valueOf(3 * Micros.ONE),
                        BigInteger.valueOf(7 * Micros.ONE))));
    }

    @Test
    void onlyThePointsAskedForAnswer() {
        take(MONDAY, plain(90), Reading.ratio(ratios, AT, 1, 2, 100, 2));

        twice(() -> {
            List<Logged> latest = new ArrayList<>();
            readings.store().latest(Set.of("score", "it's unknown"), NOW, latest::add);
            assertThat(latest).extracting(logged -> logged.reading().series()).containsExactly(scores);
        });
    }

    @Test
    void aSinkMayAskOn() {
        take(MONDAY, plain(90));
        List<Long> values = new ArrayList<>();

        readings.store()
                .latest(
                        Set.of("score"),
                        NOW,
                        logged -> values.addAll(values(readings.store()
                                .revisions(
                                        logged.reading().series(),
                                        logged.reading().at()))));

        assertThat(values).containsExactly(90L);
    }

    @Test
    void aSinkThatFailsHarmsNobody() {
        take(MONDAY, plain(90));

        assertThatThrownBy(() -> readings.store().latest(Set.of("score"), NOW, logged -> {
                    throw new IllegalStateException("sink");
                }))
                .isInstanceOf(IllegalStateException.class);

        take(TUESDAY, plain(95));
        assertThat(values(read(scores, NOW))).containsExactly(95L);
    }

    @Test
    void aClosedStoreRefuses() {
        readings.store().close();

        assertThatThrownBy(() -> read(scores, NOW)).isInstanceOf(PortException.class);
    }

    /** Before and after settling. */
    private void twice(Runnable check) {
        check.run();
        readings.settle();
        check.run();
    }

    private void take(Instant recordedAt, Reading... rows) {
        BatchHead head = new BatchHead("batch-" + batches++, "sis", recordedAt, false);
        readings.log().append(List.of(new Batch(head, List.of(rows))));
    }

    private Reading plain(long value) {
        return plain(value, AT);
    }

    private Reading plain(long value, long at) {
        return Reading.plain(scores, at, Micros.ofWhole(value), 1);
    }

    private Knowledge knownAt(Instant instant) {
        return readings.store().knownAt(instant);
    }

    private List<Logged> read(Series series, Knowledge asOf) {
        return readings.store().read(series, Long.MIN_VALUE, Long.MAX_VALUE, asOf);
    }

    private List<Summary> sums(Set<String> points, Knowledge asOf) {
        List<Summary> all = new ArrayList<>();
        readings.store().summarise(points, Long.MIN_VALUE, Long.MAX_VALUE, asOf, all::add);
        return all;
    }

    private static List<Long> values(List<Logged> logged) {
        return logged.stream()
                .map(one -> one.reading().position() / 2 / Micros.ONE)
                .toList();
    }
}
