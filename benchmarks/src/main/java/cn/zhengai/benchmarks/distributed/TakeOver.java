package cn.zhengai.benchmarks.distributed;

import cn.zhengai.benchmarks.process.Child;
import cn.zhengai.engines.Engines;
import cn.zhengai.server.Main;
import cn.zhengai.server.run.Run;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Two instances share recording and warning; one is killed. How long it takes until what is appended after the kill is
 * evaluated, and stored, in every partition. A look by hand; run it with the class path of this module.
 */
public final class TakeOver {
    private static final int PARTITIONS = 6;
    private static final int PROBE = 5_000;
    private static final long BETWEEN_SECONDS = 20;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Engines engines;
    private final Path home;
    private final BigCollege college;
    private final List<Child> instances = new ArrayList<>();
    private long appended;
    private int folders;

    private TakeOver(Engines engines, Path home, BigCollege college) {
        this.engines = engines;
        this.home = home;
        this.college = college;
    }

    /** @param arguments kills (default 5), series (default 100,000) */
    public static void main(String[] arguments) throws IOException {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int series = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        Path home = Files.createTempDirectory("zhengai-take-over");
        try (Engines engines = Engines.start(home.resolve("engines"), 1, PARTITIONS)) {
            new TakeOver(engines, home, new BigCollege(series)).run(kills);
        }
        System.exit(0);
    }

    private void run(int kills) throws IOException {
        Path data = folder();
        college.catalogue(data);
        try (Run collector = DistributedSpeed.open(data)) {
            instances.add(start());
            instances.add(start());
            append(collector, college.series());
            DistributedSpeed.until(() -> DistributedSpeed.evaluated(collector) && DistributedSpeed.recorded(collector));
            double longest = 0;
            for (int kill = 0; kill < kills; kill++) {
                DistributedSpeed.pause(TimeUnit.SECONDS.toMillis(BETWEEN_SECONDS));
                longest = Math.max(longest, kill(collector));
                instances.add(start());
            }
            out.printf(Locale.ROOT, "longest of %d: %.1f s%n", kills, longest);
        } finally {
            instances.forEach(Child::close);
        }
    }

    /** Kills the elder; the other takes over. */
    private double kill(Run collector) {
        instances.remove(0).kill();
        long begin = System.nanoTime();
        append(collector, PROBE);
        DistributedSpeed.until(() -> DistributedSpeed.evaluated(collector));
        double evaluated = (System.nanoTime() - begin) / 1e9;
        DistributedSpeed.until(() -> DistributedSpeed.recorded(collector));
        double recorded = (System.nanoTime() - begin) / 1e9;
        out.printf(Locale.ROOT, "after a kill: evaluated %.1f s, stored %.1f s%n", evaluated, recorded);
        return Math.max(evaluated, recorded);
    }

    private void append(Run collector, long readings) {
        DistributedSpeed.append(collector, college, appended, appended + readings);
        appended += readings;
    }

    private Child start() throws IOException {
        Path data = folder();
        return Child.start(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--data",
                        data.toString(),
                        "--port",
                        "0",
                        "--role",
                        "recorder,warner"),
                home.resolve(data.getFileName() + ".log"));
    }

    private Path folder() {
        Path data = home.resolve("instance-" + folders++);
        engines.settings(data, 0);
        return data;
    }
}
