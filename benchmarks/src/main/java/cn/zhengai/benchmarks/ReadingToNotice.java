package cn.zhengai.benchmarks;

import cn.zhengai.benchmarks.college.College;
import cn.zhengai.benchmarks.process.Checkout;
import cn.zhengai.benchmarks.process.Product;
import cn.zhengai.benchmarks.process.Receiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ten thousand readings a second in fifty pushes, and in every second push one series going into warning. From the moment
 * a push is sent to the moment its notice arrives at a webhook. What comes in the first seconds is not counted.
 */
final class ReadingToNotice implements Benchmark {
    private static final int RUNS = 3;

    @Override
    public String name() {
        return "notice";
    }

    @Override
    public List<Result> run(Scale scale) throws IOException, InterruptedException {
        List<Double> half = new ArrayList<>();
        List<Double> most = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            List<Double> millis = millis(scale);
            half.add(Figures.percentile(millis, 0.5));
            most.add(Figures.percentile(millis, 0.99));
        }
        return List.of(
                new Result("reading to notice at 10 k readings/s, p99", Goal.below(250, "ms"), most),
                new Result("reading to notice at 10 k readings/s, p50", Goal.none("ms"), half));
    }

    private static List<Double> millis(Scale scale) throws IOException, InterruptedException {
        Path room = Checkout.room("notice");
        Path data = room.resolve("data");
        new College(scale.push()).write(data.resolve("catalogue"), "{webhook: bench}");
        try (Receiver receiver = Receiver.start()) {
            Files.writeString(
                    data.resolve("zhengai.yaml"), "webhooks:\n  bench: {url: \"" + receiver.address() + "\"}\n");
            try (Product product = Product.serve(data)) {
                SteadyPush push = new SteadyPush(scale.push(), product);
                push.run(scale.noticeSeconds());
                product.awaitWorkDone();
                return push.latencies(receiver.arrivals());
            }
        } finally {
            Checkout.delete(room);
        }
    }
}
