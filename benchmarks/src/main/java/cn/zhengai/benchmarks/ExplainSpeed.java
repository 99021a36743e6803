package cn.zhengai.benchmarks;

import cn.zhengai.benchmarks.inside.Explains;
import cn.zhengai.benchmarks.process.Fork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why a grade, a goal, a figure, a band or a warning is what it is: how long people wait for the answer. */
final class ExplainSpeed implements Benchmark {
    private static final int RUNS = 3;
    private static final List<String> KINDS = List.of("grade", "goal", "figure", "band", "warning");

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public List<Result> run(Scale scale) throws IOException, InterruptedException {
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        for (int run = 0; run < RUNS; run++) {
            Fork.Said figures =
                    Fork.run(Explains.class, List.of("-Xmx1g"), scale.year().arguments());
            for (String kind : KINDS) {
                millis.computeIfAbsent(kind, k -> new ArrayList<>()).add(figures.get(kind));
            }
        }
        return millis.entrySet().stream()
                .map(kind -> new Result(
                        "explain a " + kind.getKey() + ", 10 M readings, 100 k series, p95",
                        Goal.below(300, "ms"),
                        kind.getValue()))
                .toList();
    }
}
