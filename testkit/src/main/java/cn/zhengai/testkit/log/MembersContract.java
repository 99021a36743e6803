package cn.zhengai.testkit.log;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.MessageLog.Delivery;
import cn.zhengai.core.port.MessageLog.Subscription;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.SeriesIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a group of consumers relies on, however many partitions the log has: order per series, everything at least once,
 * and never two owners of a partition.
 */
public abstract class MembersContract {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final int SERIES = 40;

    @TempDir
    Path folder;

    private final List<Logged> sent = new ArrayList<>();
    private SeriesIndex index = new SeriesIndex();
    private LogOnTest readings;
    private Positions positions;

    /** Opens what is kept in this folder, or begins there; several partitions where the adapter can have them. */
    protected abstract LogOnTest open(Path where, SeriesIndex series);

    /** How many partitions {@link #open} gives. */
    protected abstract int partitions();

    @BeforeEach
    void begin() {
        readings = open(folder, index);
        positions = new Positions();
    }

    @AfterEach
    void end() {
        readings.close();
    }

    @Test
    void everySeriesComesInOrderAndWhole() {
        append(0, 60);
        Positions.Owner owner = positions.member("only");
        Subscription only = readings.log().subscribe("warner", owner);

        until(60 * SERIES, () -> owner.keep(only.poll(700, SHORT)));

        demandEverythingOnceInOrder();
        assertThat(positions.partitions()).hasSize(partitions());
        only.close();
        assertThat(owner.own()).isEmpty();
    }

    @Test
    void theEndIsWhereWhoeverReadEverythingStandsInEachPartition() {
        assertThat(readings.log().end()).isEqualTo(Knowledge.NONE);
        append(0, 20);
        Knowledge end = readings.log().end();
        Positions.Owner owner = positions.member("only");

        try (Subscription only = readings.log().subscribe("warner", owner)) {
            until(20 * SERIES, () -> owner.keep(only.poll(700, SHORT)));
        }

        for (int partition = 0; partition < partitions(); partition++) {
            assertThat(end.through(partition)).isEqualTo(positions.of(partition));
        }
        assertThat(end.places()).hasSizeLessThanOrEqualTo(partitions());
    }

    @Test
    void aGroupGoesOnWhereItStoodInEveryPartition() {
        append(0, 30);
        Positions.Owner before = positions.member("before");
        Subscription first = readings.log().subscribe("warner", before);
        until(10 * SERIES, () -> before.keep(first.poll(90, SHORT)));
        first.close();
        readings.close();
        index = new SeriesIndex();
        readings = open(folder, index);
        append(30, 40);

        Positions.Owner after = positions.member("after");
        Subscription second = readings.log().subscribe("warner", after);
        until(40 * SERIES, () -> after.keep(second.poll(90, SHORT)));

        demandEverythingOnceInOrder();
    }

    @Test
    void whatWasNotKeptComesAgain() {
        append(0, 2);
        Positions.Owner careless = positions.member("careless");
        Subscription first = readings.log().subscribe("warner", careless);
        Set<Logged> seen = new HashSet<>();
        until(
                () -> seen.size() == 2 * SERIES,
                () -> seen.addAll(first.poll(700, SHORT).readings()));
        first.close();

        Positions.Owner careful = positions.member("careful");
        Subscription second = readings.log().subscribe("warner", careful);
        until(2 * SERIES, () -> careful.keep(second.poll(700, SHORT)));

        demandEverythingOnceInOrder();
    }

    @Test
    void membersComeAndGoInTheMiddleAndNoPartitionHasTwoOwners() {
        append(0, 20);
        List<Joined> members = new ArrayList<>();
        members.add(join("a"));
        until(5 * SERIES, () -> round(members));
        members.add(join("b"));
        append(20, 40);
        until(20 * SERIES, () -> round(members));
        if (partitions() > 1) {
            until(() -> members.stream().noneMatch(m -> m.owner().own().isEmpty()), () -> round(members));
        }
        members.add(join("c"));
        append(40, 60);
        until(30 * SERIES, () -> round(members));
        members.remove(0).subscription().close();
        append(60, 80);

        until(80 * SERIES, () -> round(members));

        demandEverythingOnceInOrder();
        members.forEach(member -> member.subscription().close());
    }

    @Test
    void aDeliveryInHandWhenThePartitionGoesIsNotLost() {
        append(0, 10);
        Joined slow = join("slow");
        List<Delivery> inHand = new ArrayList<>();
        until(() -> !inHand.isEmpty(), () -> {
            Delivery next = slow.subscription().poll(50, SHORT);
            if (!next.readings().isEmpty()) {
                inHand.add(next);
            }
        });
        slow.subscription().close();

        Joined quick = join("quick");
        until(10 * SERIES, () -> quick.owner().keep(quick.subscription().poll(50, SHORT)));

        assertThat(positions.kept()).containsAll(inHand.get(0).readings());
        demandEverythingOnceInOrder();
    }

    private Joined join(String name) {
        Positions.Owner owner = positions.member(name);
        return new Joined(owner, readings.log().subscribe("warner", owner));
    }

    private static void round(List<Joined> members) {
        for (Joined member : members) {
            member.owner().keep(member.subscription().poll(60, SHORT));
        }
    }

    private void until(int kept, Runnable step) {
        until(() -> positions.kept().size() >= kept, step);
    }

    private void until(java.util.function.BooleanSupplier enough, Runnable step) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!enough.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("done within %s, kept %d", LIMIT, positions.kept().size())
                    .isLessThan(deadline);
            step.run();
        }
    }

    /** One batch for each number, of one reading a series. */
    private void append(int from, int to) {
        List<Batch> batches = new ArrayList<>();
        for (int number = from; number < to; number++) {
            BatchHead head = new BatchHead("b" + number, "sis", MONDAY.plusSeconds(number), false);
            List<Reading> rows = new ArrayList<>();
            for (int s = 0; s < SERIES; s++) {
                rows.add(Reading.plain(index.of("attendance", "course-" + s), number, Micros.ONE, s + 1));
            }
            batches.add(new Batch(head, rows));
            rows.forEach(row -> sent.add(new Logged(0, head, row)));
        }
        readings.log().append(batches);
    }

    private void demandEverythingOnceInOrder() {
        Map<Object, List<Long>> bySeries = new HashMap<>();
        for (Logged logged : positions.kept()) {
            bySeries.computeIfAbsent(logged.reading().series(), s -> new ArrayList<>())
                    .add(logged.reading().at());
        }
        assertThat(bySeries).hasSize(SERIES);
        assertThat(bySeries.values())
                .allSatisfy(instants ->
                        assertThat(instants).isSorted().doesNotHaveDuplicates().hasSize(sent.size() / SERIES));
        assertThat(positions.kept())
                .extracting(Logged::head)
                .containsExactlyInAnyOrderElementsOf(
                        sent.stream().map(Logged::head).toList());
    }

    private record Joined(Positions.Owner owner, Subscription subscription) {}
}
