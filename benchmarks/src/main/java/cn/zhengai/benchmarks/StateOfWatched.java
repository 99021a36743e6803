package cn.zhengai.benchmarks;

import cn.zhengai.benchmarks.inside.WatchedState;
import cn.zhengai.benchmarks.process.Fork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Heap of the state of all watched series. */
final class StateOfWatched implements Benchmark {
    private static final int RUNS = 3;

    @Override
    public String name() {
        return "state";
    }

    @Override
    public List<Result> run(Scale scale) throws IOException, InterruptedException {
        List<Double> megabytes = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            megabytes.add(Fork.run(
                                    WatchedState.class,
                                    List.of("-Xmx2g"),
                                    scale.watched().arguments())
                            .get("bytes")
                    / 1e6);
        }
        return List.of(new Result("heap for the state of 1 M watched series", Goal.atMost(200, "MB"), megabytes));
    }
}
