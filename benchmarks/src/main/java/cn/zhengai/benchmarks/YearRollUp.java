package cn.zhengai.benchmarks;

import cn.zhengai.benchmarks.inside.Year;
import cn.zhengai.benchmarks.process.Fork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Roll-ups, achievement and grades of a year of a college. */
final class YearRollUp implements Benchmark {
    private static final int RUNS = 3;

    @Override
    public String name() {
        return "year";
    }

    @Override
    public List<Result> run(Scale scale) throws IOException, InterruptedException {
        List<Double> first = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            Fork.Said figures =
                    Fork.run(Year.class, List.of("-Xmx1g"), scale.year().arguments());
            first.add(figures.get("first"));
            seconds.add(figures.get("seconds"));
        }
        return List.of(
                new Result("year, 10 M readings, 100 k series: first time in a process", Goal.below(2, "s"), first),
                new Result("year, 10 M readings, 100 k series: later times", Goal.below(2, "s"), seconds));
    }
}
