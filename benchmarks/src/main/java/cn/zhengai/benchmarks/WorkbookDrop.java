package cn.zhengai.benchmarks;

import cn.zhengai.benchmarks.inside.Drops;
import cn.zhengai.benchmarks.process.Fork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Workbooks of 200,000 rows out of the drop folder, one after the other, in a process of 512 MB of heap. */
final class WorkbookDrop implements Benchmark {
    private static final int RUNS = 3;

    @Override
    public String name() {
        return "workbook-drop";
    }

    @Override
    public List<Result> run(Scale scale) throws IOException, InterruptedException {
        List<Double> first = new ArrayList<>();
        List<Double> later = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            Fork.Said figures = Fork.run(
                    Drops.class, List.of("-Xmx512m"), List.of(Integer.toString(scale == Scale.FULL ? 100 : 10)));
            first.add(figures.get("first"));
            later.add(figures.get("later"));
        }
        return List.of(
                new Result("workbook of 200,000 rows, first of a process", Goal.none("rows/s"), first),
                new Result("workbooks of 200,000 rows, later ones, durable", Goal.atLeast(50_000, "rows/s"), later));
    }
}
