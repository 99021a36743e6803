package cn.zhengai.benchmarks.inside;

import cn.zhengai.benchmarks.process.Fork;
import cn.zhengai.catalogue.CatalogueFolder;
import java.nio.file.Path;
import java.util.Arrays;

/** A catalogue read and checked over and over in one process. */
public final class Lints {
    private static final int WARMING = 8;
    private static final int TIMES = 7;

    private Lints() {}

    /** Argument: the folder. Says {@code first} and, once warm, the middle of several as {@code seconds}. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Fork.say("first", seconds(folder));
        for (int i = 1; i < WARMING; i++) {
            seconds(folder);
        }
        double[] times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            times[i] = seconds(folder);
        }
        Arrays.sort(times);
        Fork.say("seconds", times[TIMES / 2]);
    }

    private static double seconds(Path folder) {
        long started = System.nanoTime();
        var reading = CatalogueFolder.read(folder);
        if (!reading.findings().isEmpty()) {
            throw new IllegalStateException("our own catalogue is not clean: " + reading.findings());
        }
        return (System.nanoTime() - started) / 1e9;
    }
}
