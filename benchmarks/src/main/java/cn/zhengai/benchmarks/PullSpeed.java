package cn.zhengai.benchmarks;

import cn.zhengai.benchmarks.inside.Pulls;
import cn.zhengai.benchmarks.process.Fork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Rows out of a PostgreSQL on this machine: pulled, against a plain loop over the same query. */
final class PullSpeed implements Benchmark {
    private static final int RUNS = 3;
    private static final int PERCENT = 100;

    @Override
    public String name() {
        return "pull";
    }

    @Override
    public List<Result> run(Scale scale) throws IOException, InterruptedException {
        List<Double> plain = new ArrayList<>();
        List<Double> pulled = new ArrayList<>();
        List<Double> share = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            Fork.Said figures = Fork.run(
                    Pulls.class,
                    List.of("-Xmx512m"),
                    List.of(Integer.toString(scale == Scale.FULL ? 1_000_000 : 100_000)));
            plain.add(figures.get("plain"));
            pulled.add(figures.get("pulled"));
            share.add(PERCENT * figures.get("pulled") / figures.get("plain"));
        }
        return List.of(
                new Result("JDBC, plain fetch loop over 1 M rows of PostgreSQL", Goal.none("rows/s"), plain),
                new Result("JDBC pull of the same query, durable, cursor kept", Goal.none("rows/s"), pulled),
                new Result("JDBC pull as a share of the plain loop", Goal.atLeast(80, "%"), share));
    }
}
