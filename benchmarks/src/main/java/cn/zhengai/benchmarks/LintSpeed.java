package cn.zhengai.benchmarks;

import cn.zhengai.benchmarks.college.ManyPoints;
import cn.zhengai.benchmarks.inside.Lints;
import cn.zhengai.benchmarks.process.Checkout;
import cn.zhengai.benchmarks.process.Fork;
import cn.zhengai.benchmarks.process.Product;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code zhengai check} of a folder with very many points: the whole process, and once a process is warm. */
final class LintSpeed implements Benchmark {
    private static final int RUNS = 5;
    private static final Goal GOAL = Goal.below(2, "s");

    @Override
    public String name() {
        return "lint";
    }

    @Override
    public List<Result> run(Scale scale) throws IOException, InterruptedException {
        Path room = Checkout.room("lint");
        try {
            Path folder = room.resolve("catalogue");
            new ManyPoints(scale.points()).write(folder);
            prepare(room);
            List<Double> processes = new ArrayList<>();
            List<Double> warm = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                processes.add(seconds(folder, room));
                warm.add(Fork.run(Lints.class, List.of("-Xmx512m"), List.of(folder.toString()))
                        .get("seconds"));
            }
            return List.of(
                    new Result("check of 5,000 points, whole process", GOAL, processes),
                    new Result("check of 5,000 points, in a warm process", GOAL, warm));
        } finally {
            Checkout.delete(room);
        }
    }

    /** The first start after a build prepares later ones; people see that once. */
    private static void prepare(Path room) throws IOException {
        Product.serveEmpty(room.resolve("data")).close();
    }

    private static double seconds(Path folder, Path room) throws IOException, InterruptedException {
        long started = System.nanoTime();
        String said = Product.command(List.of("check", folder.toString()), room.resolve("check.log"));
        double seconds = (System.nanoTime() - started) / 1e9;
        if (!said.contains("提示 0 条")) {
            throw new IllegalStateException("our own catalogue is not clean:\n" + said);
        }
        return seconds;
    }
}
