package cn.zhengai.testkit.reading;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Batches as the world sends them: few series and instants, so that they meet often; duplicates in and across batches,
 * revisions with and without a number, with and without a reason, late readings, plain values and ratios, several sources. The same seed gives the
 * same batches.
 */
public final class SeededReadings {
    /** The instant of the first possible reading. */
    public static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int INSTANTS = 12;

    private final Random random;
    private final SeriesIndex index;
    private final List<Reading> sent = new ArrayList<>();
    private int batches;

    public SeededReadings(long seed, SeriesIndex index) {
        this.random = new Random(seed);
        this.index = index;
    }

    /** The points the readings are of; those of odd number are ratios. */
    public static List<String> points() {
        return List.of("plain-0", "ratio-1", "plain-2", "ratio-3");
    }

    /** The next batch, of 1 to {@code most} readings, recorded one second after the one before. */
    public Batch batch(int most) {
        int number = batches++;
        BatchHead head = new BatchHead(
                "batch-" + number,
                "source-" + number % 3,
                START.plusSeconds(number),
                random.nextInt(5) == 0,
                number % 4 == 1 ? Optional.of("reason " + number % 8) : Optional.empty());
        int size = 1 + random.nextInt(most);
        List<Reading> readings = new ArrayList<>(size);
        for (int row = 1; row <= size; row++) {
            Reading reading = sent.isEmpty() || random.nextInt(5) > 0 ? fresh(row) : again(row);
            sent.add(reading);
            readings.add(reading);
        }
        return new Batch(head, readings);
    }

    private Reading fresh(int row) {
        int point = random.nextInt(points().size());
        Series series = index.of(points().get(point), "subject-" + random.nextInt(6));
        long at = START.toEpochMilli() + DAY * random.nextInt(INSTANTS);
        Reading reading = point % 2 == 0 ? plain(series, at, row) : ratio(series, at, row);
        return random.nextInt(4) == 0 ? reading.revised(random.nextInt(3)) : reading;
    }

    private Reading plain(Series series, long at, int row) {
        long micros =
                random.nextInt(20) == 0 ? Micros.MAX - random.nextInt(3) : random.nextInt(5) * 500_000L - Micros.ONE;
        return Reading.plain(series, at, micros, row);
    }

    private Reading ratio(Series series, long at, int row) {
        return Reading.ratio(
                series, at, random.nextInt(4) * Micros.ONE, (1 + random.nextInt(3)) * Micros.ONE, 100, row);
    }

    /** One that was sent before, in another row. */
    private Reading again(int row) {
        Reading r = sent.get(random.nextInt(sent.size()));
        return new Reading(r.series(), r.at(), r.position(), r.numerator(), r.denominator(), r.revision(), row);
    }
}
