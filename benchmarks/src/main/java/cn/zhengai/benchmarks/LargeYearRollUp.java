package cn.zhengai.benchmarks;

import cn.zhengai.benchmarks.inside.Year;
import cn.zhengai.benchmarks.process.Checkout;
import cn.zhengai.benchmarks.process.Fork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** As {@link YearRollUp} for a college ten times as large; filled once, for that takes minutes. Full scale only. */
final class LargeYearRollUp implements Benchmark {
    private static final long DISK = 20L << 30;

    @Override
    public String name() {
        return "large-year";
    }

    @Override
    public List<Result> run(Scale scale) throws IOException, InterruptedException {
        Path room = Checkout.room("disk");
        long free = Files.getFileStore(room).getUsableSpace();
        Checkout.delete(room);
        if (scale != Scale.FULL || free < DISK) {
            System.out.println("left out: large-year needs --scale full and 20 GB of disk, there are " + free / 1e9);
            return List.of();
        }
        Fork.Said figures =
                Fork.run(Year.class, List.of("-Xmx2g"), scale.largeYear().arguments());
        return List.of(
                new Result(
                        "year, 100 M readings, 1 M series: first time in a process",
                        Goal.below(20, "s"),
                        List.of(figures.get("first"))),
                new Result(
                        "year, 100 M readings, 1 M series: later times (median of 5)",
                        Goal.below(20, "s"),
                        List.of(figures.get("seconds"))));
    }
}
