package cn.zhengai.benchmarks.college;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/**
 * The readings of a college as they come in: instant by instant, over all series. One in a hundred is late (speaks about
 * a moment before the last instant of its series), one in a hundred comes a second time an instant later, and one series
 * in a hundred is in warning for a quarter of the time. The same every time.
 */
public final class Traffic {
    /** Columns of the CSV file. */
    public static final String HEADER = "point,subject,at,value,numerator,denominator\n";

    /** 2025-01-06T00:00:00+08:00. */
    private static final long START = 1_736_092_800_000L;

    /** Three days: a hundred instants are most of a year. */
    private static final long STEP = 259_200_000;

    private static final int GOOD = 8_500;
    private static final int BAD = 4_000;

    private final Size size;

    public Traffic(Size size) {
        this.size = size;
    }

    /** How many readings there are in all, the second coming of duplicates counted too. */
    public long count() {
        long[] count = new long[1];
        each(sample -> count[0]++);
        return count[0];
    }

    /** Bodies of line protocol, precision {@code ms}, so many lines each. */
    public List<byte[]> bodies(int lines) {
        return bodies(lines, Sample::line);
    }

    /** The same as NDJSON. */
    public List<byte[]> json(int lines) {
        return bodies(lines, Sample::json);
    }

    private List<byte[]> bodies(int lines, BiConsumer<Sample, StringBuilder> write) {
        List<byte[]> bodies = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int[] held = new int[1];
        each(sample -> {
            write.accept(sample, text);
            if (++held[0] == lines) {
                bodies.add(text.toString().getBytes(StandardCharsets.US_ASCII));
                text.setLength(0);
                held[0] = 0;
            }
        });
        if (held[0] > 0) {
            bodies.add(text.toString().getBytes(StandardCharsets.US_ASCII));
        }
        return bodies;
    }

    /** The same as one CSV file. */
    public void csv(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            StringBuilder text = new StringBuilder();
            for (int t = 0; t < size.instants(); t++) {
                instant(t, sample -> sample.row(text));
                out.append(text);
                text.setLength(0);
            }
        }
    }

    /** The same as readings of an index, with the number of their instant; {@code row} is the point's number. */
    public void readings(SeriesIndex index, ObjIntConsumer<Reading> sink) {
        Series[][] series = new Series[size.points()][size.subjects()];
        for (int p = 0; p < size.points(); p++) {
            for (int s = 0; s < size.subjects(); s++) {
                series[p][s] = index.of(College.point(p), College.subject(s));
            }
        }
        for (int t = 0; t < size.instants(); t++) {
            int number = t;
            instant(t, sample -> sink.accept(reading(sample, series[sample.point()][sample.subject()]), number));
        }
    }

    private static Reading reading(Sample sample, Series series) {
        int row = sample.point() + 1;
        if (sample.ratio()) {
            long numerator = Micros.ofWhole(sample.hundredths());
            return Reading.ratio(series, sample.at(), numerator, Micros.ofWhole(Sample.WHOLE), 100, row);
        }
        return Reading.plain(series, sample.at(), sample.hundredths() * (Micros.ONE / 100), row);
    }

    private void each(Consumer<Sample> sink) {
        for (int t = 0; t < size.instants(); t++) {
            instant(t, sink);
        }
    }

    private void instant(int t, Consumer<Sample> sink) {
        for (int p = 0; p < size.points(); p++) {
            for (int s = 0; s < size.subjects(); s++) {
                int dice = dice(t, p, s) % 100;
                boolean late = t > 1 && dice == 7;
                sink.accept(new Sample(p, s, START + t * STEP - (late ? STEP + STEP / 2 : 0), value(t, p, s)));
                if (t > 0 && dice == 11 && dice(t - 1, p, s) % 100 != 7) {
                    sink.accept(new Sample(p, s, START + (t - 1) * STEP, value(t - 1, p, s)));
                }
            }
        }
    }

    private int value(int t, int p, int s) {
        boolean sick = dice(-1, p, s) % 100 == 0 && t >= size.instants() / 4 && t < size.instants() / 2;
        return (sick ? BAD : GOOD) + dice(t, s, p) % 1_500;
    }

    /** A number that looks like chance, from 0. */
    private static int dice(int t, int p, int s) {
        long x = (t * 1_000_003L + p) * 1_000_033L + s;
        x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return (int) ((x ^ (x >>> 31)) & 0x7FFFFFFF);
    }
}
