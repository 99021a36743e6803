package cn.zhengai.benchmarks;

import cn.zhengai.benchmarks.college.College;
import cn.zhengai.benchmarks.college.Traffic;
import cn.zhengai.benchmarks.process.Checkout;
import cn.zhengai.benchmarks.process.Influx;
import cn.zhengai.benchmarks.process.Product;
import cn.zhengai.benchmarks.process.Senders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Line protocol over HTTP as fast as it is taken, over four connections: from the first byte to everything durable,
 * evaluated and routed. Then the same bodies to InfluxDB, from the first byte to the last yes; each pair is a run.
 */
final class BulkPush implements Benchmark {
    private static final int RUNS = 3;
    private static final int LINES = 5_000;
    private static final int CONNECTIONS = 4;

    @Override
    public String name() {
        return "push";
    }

    @Override
    public List<Result> run(Scale scale) throws IOException, InterruptedException {
        Traffic traffic = new Traffic(scale.push());
        List<byte[]> bodies = traffic.bodies(LINES);
        long readings = traffic.count();
        List<Double> own = new ArrayList<>();
        List<Double> acknowledged = new ArrayList<>();
        List<Double> peer = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            Times times = product(scale, bodies);
            own.add(readings / times.all);
            acknowledged.add(readings / times.sent);
            if (Influx.installed()) {
                peer.add(readings / influx(bodies));
                ratios.add(own.get(run) / peer.get(run));
            }
        }
        List<Result> results = new ArrayList<>();
        results.add(new Result(
                "bulk push, line protocol, durable and evaluated", Goal.atLeast(300_000, "readings/s"), own));
        results.add(new Result("bulk push, acknowledged", Goal.none("readings/s"), acknowledged));
        if (!peer.isEmpty()) {
            results.add(new Result("the same bodies to InfluxDB 1.6.7", Goal.none("readings/s"), peer));
            results.add(new Result("bulk push beside InfluxDB 1.6.7", Goal.atLeast(1.5, "×"), ratios));
        }
        return results;
    }

    /** Seconds. */
    private record Times(double sent, double all) {}

    private static Times product(Scale scale, List<byte[]> bodies) throws IOException, InterruptedException {
        Path room = Checkout.room("push");
        new College(scale.push()).write(room.resolve("data").resolve("catalogue"), "");
        try (Product product = Product.serve(room.resolve("data"))) {
            long started = System.nanoTime();
            Senders.send(bodies, CONNECTIONS, product);
            double sent = (System.nanoTime() - started) / 1e9;
            product.awaitWorkDone();
            return new Times(sent, (System.nanoTime() - started) / 1e9);
        } finally {
            Checkout.delete(room);
        }
    }

    private static double influx(List<byte[]> bodies) throws IOException, InterruptedException {
        Path room = Checkout.room("influx");
        try (Influx influx = Influx.start(room)) {
            long started = System.nanoTime();
            Senders.send(bodies, CONNECTIONS, influx);
            return (System.nanoTime() - started) / 1e9;
        } finally {
            Checkout.delete(room);
        }
    }
}
