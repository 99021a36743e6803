package cn.zhengai.benchmarks;

import cn.zhengai.benchmarks.college.College;
import cn.zhengai.benchmarks.college.Traffic;
import cn.zhengai.benchmarks.process.Checkout;
import cn.zhengai.benchmarks.process.Product;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code zhengai import} of one CSV file: the whole process from start to end, readings durable and evaluated. */
final class CsvImport implements Benchmark {
    private static final int RUNS = 3;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public List<Result> run(Scale scale) throws IOException, InterruptedException {
        Traffic traffic = new Traffic(scale.push());
        long readings = traffic.count();
        List<Double> pace = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            Path room = Checkout.room("import");
            try {
                Path file = room.resolve("readings.csv");
                traffic.csv(file);
                pace.add(readings / seconds(scale, room, file, readings));
            } finally {
                Checkout.delete(room);
            }
        }
        return List.of(new Result("CSV import, durable and evaluated", Goal.atLeast(300_000, "readings/s"), pace));
    }

    private static double seconds(Scale scale, Path room, Path file, long readings)
            throws IOException, InterruptedException {
        Path data = room.resolve("data");
        new College(scale.push()).write(data.resolve("catalogue"), "");
        List<String> command = List.of("import", "--data", data.toString(), "--source", "files", file.toString());
        long started = System.nanoTime();
        String said = Product.command(command, room.resolve("import.log"));
        double seconds = (System.nanoTime() - started) / 1e9;
        if (!said.contains("接收 " + readings + " 条，拒收 0 条")) {
            throw new IllegalStateException("not all of " + readings + " readings were imported:\n" + said);
        }
        return seconds;
    }
}
