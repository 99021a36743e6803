package cn.zhengai.benchmarks;

import java.io.IOException;
import java.util.List;

/** One thing to measure; leaves nothing behind. */
interface Benchmark {
    /** What it is called on the command line. */
    String name();

    /** Measures, several times over. */
    List<Result> run(Scale scale) throws IOException, InterruptedException;
}
