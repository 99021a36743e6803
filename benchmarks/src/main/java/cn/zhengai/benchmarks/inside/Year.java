package cn.zhengai.benchmarks.inside;

import cn.zhengai.assessment.AssessmentDesk;
import cn.zhengai.benchmarks.college.College;
import cn.zhengai.benchmarks.college.Size;
import cn.zhengai.benchmarks.process.Checkout;
import cn.zhengai.benchmarks.process.Fork;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.duckdb.DuckDbReadings;
import cn.zhengai.storage.duckdb.Options;
import cn.zhengai.storage.jdbc.SqliteLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;

/**
 * A year in the store, settled, and then: roll-ups of all series, achievement and grade of twenty departments, kept in the
 * ledger. The first time is that of a process that never assessed before, the others show the middle of five.
 */
public final class Year {
    private static final int TIMES = 5;

    private Year() {}

    /** Arguments: a {@link Size}. Says {@code first}, {@code seconds}, {@code fillPerSecond} and {@code departments}. */
    public static void main(String[] arguments) throws IOException {
        Size size = Size.of(arguments);
        Path room = Checkout.room("year");
        SeriesIndex index = new SeriesIndex();
        try (Ledger ledger = SqliteLedger.open(room.resolve("ledger.db"));
                DuckDbReadings readings = DuckDbReadings.open(room.resolve("readings.db"), index, Options.standard())) {
            long started = System.nanoTime();
            long count = Filling.fill(readings, index, size);
            Fork.say("fillPerSecond", count * 1e9 / (System.nanoTime() - started));
            Catalogue catalogue = new College(size).catalogue(room.resolve("catalogue"));
            assess(new AssessmentDesk(
                    () -> catalogue, readings.store(), ledger.assessments(), InstantSource.fixed(Filling.KNOWN)));
        } finally {
            Checkout.delete(room);
        }
    }

    private static void assess(AssessmentDesk desk) {
        double[] seconds = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long started = System.nanoTime();
            var result = desk.assess(College.CYCLE);
            seconds[i] = (System.nanoTime() - started) / 1e9;
            if (i == 0) {
                Fork.say("first", seconds[0]);
                Fork.say("departments", result.departments().size());
            }
        }
        Arrays.sort(seconds);
        Fork.say("seconds", seconds[TIMES / 2]);
    }
}
