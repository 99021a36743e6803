package cn.zhengai.testkit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.MessageLog.Delivery;
import cn.zhengai.core.port.MessageLog.Subscription;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What consumers of a log with one partition rely on. */
public abstract class MessageLogContract {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    @TempDir
    Path folder;

    private SeriesIndex index = new SeriesIndex();
    private LogOnTest readings;

    /** Opens what is kept in this folder, or begins there. */
    protected abstract LogOnTest open(Path where, SeriesIndex series);

    @BeforeEach
    void begin() {
        readings = open(folder, index);
    }

    @AfterEach
    void end() {
        readings.close();
    }

    @Test
    void deliversWhatWasAppendedInOrderWithItsBatch() {
        Batch first = batch("b1", 1, 2, 3);
        Batch second = because("重新统计", batch("b2", 4));
        readings.log().append(List.of(first, second));

        Subscription warner = readings.log().subscribe("warner", new From(0));
        List<Logged> all = everything(warner, 4);

        assertThat(all).extracting(logged -> logged.reading().at()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(all)
                .extracting(Logged::head)
                .containsExactly(first.head(), first.head(), first.head(), second.head());
        assertThat(all).extracting(Logged::seq).isSorted().doesNotHaveDuplicates();
        assertThat(all).extracting(logged -> logged.reading().row()).containsExactly(1, 2, 3, 1);
    }

    @Test
    void deliveriesJoinWithoutGapsAndKeepToTheMost() {
        readings.log().append(List.of(batch("b1", 1, 2, 3, 4, 5)));
        readings.log().append(List.of(batch("b2", 6, 7)));
        Subscription warner = readings.log().subscribe("warner", new From(0));

        Delivery first = warner.poll(3, LONG);
        Delivery second = warner.poll(3, LONG);

        assertThat(first.readings()).hasSize(3);
        assertThat(first.after()).isZero();
        assertThat(first.upTo()).isEqualTo(first.readings().get(2).seq());
        assertThat(second.after()).isEqualTo(first.upTo());
        assertThat(second.readings()).hasSize(3);
        assertThat(warner.poll(3, LONG).readings()).hasSize(1);
    }

    @Test
    void theEndIsTheNumberOfTheLastReadingAlsoAfterReopening() {
        assertThat(readings.log().end()).isEqualTo(Knowledge.NONE);
        readings.log().append(List.of(batch("b1", 1, 2, 3)));
        readings.log().append(List.of(batch("b2", 4)));

        Knowledge end = readings.log().end();

        List<Logged> all = everything(readings.log().subscribe("warner", new From(0)), 4);
        assertThat(end).isEqualTo(Knowledge.in(0, all.get(3).seq()));
        reopen();
        assertThat(readings.log().end()).isEqualTo(end);
    }

    @Test
    void anEmptyDeliveryMovesNobody() {
        readings.log().append(List.of(batch("b1", 1)));
        Subscription warner = readings.log().subscribe("warner", new From(0));
        long here = warner.poll(9, LONG).upTo();

        Delivery nothing = warner.poll(9, Duration.ZERO);

        assertThat(nothing.readings()).isEmpty();
        assertThat(nothing.after()).isEqualTo(here);
        assertThat(nothing.upTo()).isEqualTo(here);
    }

    @Test
    void aConsumerGoesOnAfterItsPositionThroughReopening() {
        readings.log().append(List.of(batch("b1", 1, 2, 3)));
        Subscription warner = readings.log().subscribe("warner", new From(0));
        Delivery two = warner.poll(2, LONG);
        warner.commit(two.partition(), two.upTo());

        reopen();
        readings.log().append(List.of(batch("b2", 4)));
        List<Logged> rest = everything(readings.log().subscribe("warner", new From(two.upTo())), 2);

        assertThat(rest).extracting(logged -> logged.reading().at()).containsExactly(3L, 4L);
        assertThat(rest)
                .allMatch(logged -> index.numbered(logged.reading().series().number())
                        .equals(logged.reading().series()));
    }

    @Test
    void numbersRiseThroughReopeningEvenWhenTheLastReadingWasADuplicate() {
        readings.log().append(List.of(batch("b1", 1, 1)));
        long last = settledThrough(2);
        reopen();
        readings.log().append(List.of(batch("b2", 2)));

        List<Logged> more = everything(readings.log().subscribe("warner", new From(last)), 1);

        assertThat(more)
                .singleElement()
                .satisfies(logged -> assertThat(logged.seq()).isGreaterThan(last));
    }

    @Test
    void whatIsLeftOfDuplicatesHoldsNobodyUp() {
        readings.log().append(List.of(batch("b1", 1, 1, 1)));
        long last = settledThrough(3);
        reopen();

        Subscription behind = readings.log().subscribe("behind", new From(1));
        long here = 1;
        for (int polls = 0; polls < 2 && here < last; polls++) {
            Delivery next = behind.poll(9, LONG);
            assertThat(next.after()).isEqualTo(here);
            here = next.upTo();
        }

        assertThat(here).isEqualTo(last);
    }

    @Test
    void whoBeginsLateSeesEveryReadingThatIsOrWasInForce() {
        readings.log().append(List.of(batch("b1", 1, 2), because("重新统计", corrected("b2", 1)), batch("b3", 3, 3)));
        readings.settle();
        reopen();
        readings.log().append(List.of(batch("b4", 4)));

        Subscription late = readings.log().subscribe("late", new From(0));
        List<Logged> seen = new ArrayList<>();
        while (seen.isEmpty() || seen.get(seen.size() - 1).reading().at() != 4) {
            seen.addAll(late.poll(2, LONG).readings());
        }

        assertThat(seen).extracting(Logged::seq).isSorted().doesNotHaveDuplicates();
        assertThat(seen.stream().map(Logged::reading).map(Reading::at).distinct())
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(seen.stream()
                        .filter(logged -> logged.reading().at() == 1)
                        .map(logged -> logged.reading().position()))
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(seen)
                .filteredOn(logged -> logged.head().reason().isPresent())
                .singleElement()
                .satisfies(logged -> {
                    assertThat(logged.reading().at()).isEqualTo(1);
                    assertThat(logged.head().reason()).contains("重新统计");
                });
    }

    @Test
    void aWaitingPollEndsWithTheNextAppend() throws Exception {
        Subscription warner = readings.log().subscribe("warner", new From(0));
        CompletableFuture<Delivery> waiting = CompletableFuture.supplyAsync(() -> warner.poll(9, LONG));

        readings.log().append(List.of(batch("b1", 1)));

        assertThat(waiting.get(30, TimeUnit.SECONDS).readings()).hasSize(1);
    }

    @Test
    void wakeEndsAWaitingPollOrTheNext() throws Exception {
        Subscription warner = readings.log().subscribe("warner", new From(0));
        CompletableFuture<Delivery> waiting = CompletableFuture.supplyAsync(() -> warner.poll(9, LONG));

        warner.wake();

        assertThat(waiting.get(30, TimeUnit.SECONDS).readings()).isEmpty();
    }

    @Test
    void groupsDoNotDisturbEachOther() {
        readings.log().append(List.of(batch("b1", 1, 2)));
        Subscription warner = readings.log().subscribe("warner", new From(0));
        Subscription recorder = readings.log().subscribe("recorder", new From(0));

        Delivery all = warner.poll(9, LONG);
        warner.commit(0, all.upTo());
        readings.settle();

        assertThat(all.readings()).hasSize(2);
        assertThat(everything(recorder, 2)).isEqualTo(all.readings());
    }

    @Test
    void anotherMemberTakesOverWhenTheFirstLeaves() {
        Subscription first = readings.log().subscribe("warner", new From(0));
        Subscription second = readings.log().subscribe("warner", new From(1));
        first.poll(9, Duration.ZERO);
        readings.log().append(List.of(batch("b1", 1, 2)));

        assertThat(second.poll(9, Duration.ZERO).readings()).isEmpty();
        first.close();

        assertThat(everything(second, 1)).extracting(Logged::seq).containsExactly(2L);
    }

    @Test
    void concurrentAppendsAllArriveEachBatchWhole() {
        int callers = 8;
        int each = 20;
        List<CompletableFuture<Void>> running = IntStream.range(0, callers)
                .mapToObj(caller -> CompletableFuture.runAsync(() -> IntStream.range(0, each)
                        .forEach(i -> readings.log().append(List.of(batch("b" + caller + "-" + i, 1, 2, 3))))))
                .toList();
        running.forEach(CompletableFuture::join);

        List<Logged> all = everything(readings.log().subscribe("warner", new From(0)), callers * each * 3);

        assertThat(all).extracting(Logged::seq).isSorted().doesNotHaveDuplicates();
        for (int i = 0; i < all.size(); i += 3) {
            assertThat(all.subList(i, i + 3))
                    .extracting(logged -> logged.reading().at())
                    .containsExactly(1L, 2L, 3L);
            assertThat(all.subList(i, i + 3))
                    .extracting(Logged::head)
                    .containsOnly(all.get(i).head());
        }
    }

    @Test
    void aClosedLogRefuses() {
        readings.log().close();

        assertThatThrownBy(() -> readings.log().append(List.of(batch("b1", 1)))).isInstanceOf(PortException.class);
    }

    /** The number of the last of so many readings, all of them read, committed and settled. */
    private long settledThrough(int expected) {
        Subscription warner = readings.log().subscribe("warner", new From(0));
        long last = everything(warner, expected).get(expected - 1).seq();
        warner.commit(0, last);
        readings.settle();
        return last;
    }

    private void reopen() {
        readings.close();
        index = new SeriesIndex();
        index.of("another", "that-was-there-first");
        readings = open(folder, index);
    }

    private static List<Logged> everything(Subscription consumer, int expected) {
        List<Logged> all = new ArrayList<>();
        while (all.size() < expected) {
            Delivery next = consumer.poll(1000, LONG);
            assertThat(next.readings()).as("nothing within %s", LONG).isNotEmpty();
            all.addAll(next.readings());
        }
        assertThat(all).hasSize(expected);
        return all;
    }

    /** One reading at each of these instants. */
    private Batch batch(String id, long... instants) {
        return plain(id, Micros.ONE, instants);
    }

    private static Batch because(String reason, Batch batch) {
        return new Batch(batch.head().because(Optional.of(reason)), batch.readings());
    }

    private Batch corrected(String id, long... instants) {
        return plain(id, 2 * Micros.ONE, instants);
    }

    private Batch plain(String id, long micros, long... instants) {
        Series series = index.of("attendance", "course-1");
        List<Reading> rows = new ArrayList<>();
        for (long at : instants) {
            rows.add(Reading.plain(series, at, micros, rows.size() + 1));
        }
        return new Batch(new BatchHead(id, "sis", MONDAY, false), rows);
    }
}
