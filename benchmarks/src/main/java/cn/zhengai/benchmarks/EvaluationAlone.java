package cn.zhengai.benchmarks;

import cn.zhengai.benchmarks.inside.Evaluation;
import cn.zhengai.benchmarks.process.Fork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Quiet readings through a warner, by one thread. */
final class EvaluationAlone implements Benchmark {
    private static final int RUNS = 3;

    @Override
    public String name() {
        return "evaluation";
    }

    @Override
    public List<Result> run(Scale scale) throws IOException, InterruptedException {
        List<Double> pace = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            Fork.Said figures =
                    Fork.run(Evaluation.class, List.of("-Xmx3g"), scale.push().arguments());
            pace.add(figures.get("perSecond"));
            bytes.add(figures.get("bytesPerReading"));
        }
        return List.of(
                new Result("evaluation alone, one core", Goal.atLeast(5e6, "readings/s"), pace),
                new Result("evaluation alone, allocated", Goal.atMost(0, "bytes/quiet reading"), bytes));
    }
}
