package cn.zhengai.testkit.store;

import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.ChangeQuery;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.reading.ReadingsOnTest;
import cn.zhengai.testkit.reading.SeededReadings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever comes in, however often the adapter compacts or is opened anew in between: every question is answered as
 * {@link MemoryReadings} answers it.
 */
public abstract class ReferenceContract {
    private static final int STEPS = 16;

    @TempDir
    Path folder;

    /** Opens what is kept in this folder, or begins there. */
    protected abstract ReadingsOnTest open(Path where, SeriesIndex series);

    /** How the log of the adapter is divided; whole unless a test says otherwise. */
    protected Partitioning partitioning() {
        return Partitioning.ONE;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void answersAsTheReference(long seed) {
        compareThroughout(seed);
    }

    /** One world, compared again and again while it grows. */
    protected final void compareThroughout(long seed) {
        Random random = new Random(seed);
        SeriesIndex index = new SeriesIndex();
        SeededReadings world = new SeededReadings(seed, index);
        MemoryReadings reference = new MemoryReadings(index, partitioning());
        ReadingsOnTest readings = open(folder, new SeriesIndex());
        try {
            for (int step = 0; step < STEPS; step++) {
                List<Batch> batches = random.nextBoolean()
                        ? List.of(world.batch(30))
                        : List.of(world.batch(5), world.batch(40), world.batch(5));
                reference.append(batches);
                readings.log().append(batches);
                if (random.nextInt(4) == 0) {
                    readings.settle();
                }
                if (random.nextInt(8) == 0) {
                    readings.close();
                    readings = open(folder, new SeriesIndex());
                }
                if (random.nextInt(5) == 0 || step == STEPS - 1) {
                    compare(readings, reference, index, random);
                }
            }
        } finally {
            readings.close();
        }
    }

    private static void compare(ReadingsOnTest readings, MemoryReadings reference, SeriesIndex index, Random random) {
        Comparison comparison = new Comparison(readings.store(), reference, index);
        long start = SeededReadings.START.toEpochMilli();
        long day = 86_400_000L;
        Instant then = SeededReadings.START.plusSeconds(random.nextInt(60));
        Set<String> some = new HashSet<>(SeededReadings.points());
        some.removeIf(point -> random.nextInt(3) == 0);
        some.add("no-such-point");

        comparison.compare(Set.copyOf(SeededReadings.points()), Long.MIN_VALUE, Long.MAX_VALUE, ReadingStore.NOW);
        comparison.compare(
                some, start + day * random.nextInt(6), start + day * (6 + random.nextInt(6)), ReadingStore.NOW);
        comparison.compareKnowledge(then);
        comparison.compare(some, Long.MIN_VALUE, start + day * random.nextInt(12), reference.knownAt(then));
        comparison.compare(some, Long.MIN_VALUE, Long.MAX_VALUE, some(reference.end(), random));
        List<Series> few = List.of(
                Series.named("plain-0", "subject-1"), Series.named("ratio-3", "subject-4"), Series.named("no", "no"));
        comparison.compareSome(few, start + day, start + 9 * day, ReadingStore.NOW);
        comparison.compareSome(few, Long.MIN_VALUE, Long.MAX_VALUE, reference.knownAt(then));
        Knowledge since = some(reference.end(), random);
        Set<String> all = Set.copyOf(SeededReadings.points());
        comparison.compareChanges(ChangeQuery.of(since, reference.known(), all, 1000));
        comparison.compareChanges(
                new ChangeQuery(since, reference.knownAt(then), some, start + day, start + 9 * day, 2, 3));
        comparison.compareChanges(ChangeQuery.of(Knowledge.NONE, ReadingStore.NOW, all, 1000));
        comparison.compareHistory(ReadingStore.NOW);
        comparison.compareHistory(some(reference.end(), random));
        comparison.compareRevisionsAndCounts();
    }

    /** As it was at some time: not more of any partition. */
    private static Knowledge some(Knowledge end, Random random) {
        return new Knowledge(end.places().stream()
                .map(last -> (long) random.nextInt(Math.toIntExact(last) + 1))
                .toList());
    }
}
