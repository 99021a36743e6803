package cn.zhengai.benchmarks;

import cn.zhengai.benchmarks.process.Checkout;
import cn.zhengai.benchmarks.process.Product;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** From starting the launcher over no data folder to the first good answer; then memory after a while of idling. */
final class StartAndIdle implements Benchmark {
    private static final int RUNS = 5;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Result> run(Scale scale) throws IOException, InterruptedException {
        List<Double> starts = new ArrayList<>();
        List<Double> idle = new ArrayList<>();
        prepare();
        for (int run = 0; run < RUNS; run++) {
            Path room = Checkout.room("start");
            try (Product product = Product.serveEmpty(room.resolve("data"))) {
                starts.add(product.startSeconds());
                TimeUnit.SECONDS.sleep(scale.idleSeconds());
                idle.add(product.resident() / 1e6);
            } finally {
                Checkout.delete(room);
            }
        }
        return List.of(
                new Result("start to first answer, empty data folder", Goal.below(3, "s"), starts),
                new Result("idle memory (VmRSS after 20 s)", Goal.below(300, "MB"), idle));
    }

    /** The first start after a build prepares later ones; people see that once. */
    private static void prepare() throws IOException {
        Path room = Checkout.room("prepare");
        Product.serveEmpty(room.resolve("data")).close();
        Checkout.delete(room);
    }
}
