package cn.zhengai.benchmarks;

import cn.zhengai.benchmarks.college.College;
import cn.zhengai.benchmarks.college.Traffic;
import cn.zhengai.benchmarks.process.Checkout;
import cn.zhengai.benchmarks.process.Product;
import cn.zhengai.benchmarks.process.Senders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** NDJSON over HTTP as business systems send it: batches of 1,000 over eight connections, each durable before its yes. */
final class JsonPush implements Benchmark {
    private static final int RUNS = 3;
    private static final int ROWS = 1_000;
    private static final int CONNECTIONS = 8;

    @Override
    public String name() {
        return "json-push";
    }

    @Override
    public List<Result> run(Scale scale) throws IOException, InterruptedException {
        Traffic traffic = new Traffic(scale.json());
        List<byte[]> bodies = traffic.json(ROWS);
        long readings = traffic.count();
        List<Double> acknowledged = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            Path room = Checkout.room("json-push");
            new College(scale.json()).write(room.resolve("data").resolve("catalogue"), "");
            try (Product product = Product.serve(room.resolve("data"))) {
                long started = System.nanoTime();
                Senders.send(bodies, CONNECTIONS, product::writeJson);
                acknowledged.add(readings / ((System.nanoTime() - started) / 1e9));
                product.awaitWorkDone();
                all.add(readings / ((System.nanoTime() - started) / 1e9));
            } finally {
                Checkout.delete(room);
            }
        }
        return List.of(
                new Result(
                        "JSON push, batches of 1,000, 8 connections, durable",
                        Goal.atLeast(100_000, "readings/s"),
                        acknowledged),
                new Result("JSON push, durable and evaluated", Goal.none("readings/s"), all));
    }
}
