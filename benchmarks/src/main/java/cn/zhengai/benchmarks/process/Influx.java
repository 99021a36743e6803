package cn.zhengai.benchmarks.process;

import cn.zhengai.testkit.net.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The peer: {@code influxd} 1.6 of the Debian package {@code influxdb}, with a data folder of its own. */
public final class Influx implements WriteTarget, AutoCloseable {
    private static final long LOOK_NANOS = 10_000_000;
    private static final int LOOKS = 3_000;

    private static final String CONFIG = """
            reporting-disabled = true
            bind-address = "127.0.0.1:BACKUP"
            [meta]
              dir = "FOLDER/meta"
            [data]
              dir = "FOLDER/data"
              wal-dir = "FOLDER/wal"
              query-log-enabled = false
              max-series-per-database = 0
            [http]
              bind-address = "127.0.0.1:PORT"
              log-enabled = false
            [monitor]
              store-enabled = false
            """;

    private final Child child;
    private final String base;

    private Influx(Child child, String base) {
        this.child = child;
        this.base = base;
    }

    /** Is it installed? */
    public static boolean installed() {
        return Files.isExecutable(Path.of("/usr/bin/influxd"));
    }

    /** Starts it over an empty folder; its defaults, but for limits on series and the log of requests. */
    public static Influx start(Path folder) throws IOException {
        Files.createDirectories(folder);
        int port = FreePorts.one();
        int backup = FreePorts.one();
        Path config = folder.resolve("influxdb.conf");
        Files.writeString(config, config(folder.toAbsolutePath().toString(), backup, port));
        Child child =
                Child.start(List.of("/usr/bin/influxd", "-config", config.toString()), folder.resolve("influxd.log"));
        Influx influx = new Influx(child, "http://127.0.0.1:" + port);
        influx.awaitUp();
        Http.post(influx.base + "/query?q=CREATE+DATABASE+bench", "", Product.LINES, new byte[0]);
        return influx;
    }

    private static String config(String folder, int backup, int port) {
        return CONFIG.replace("FOLDER", folder)
                .replace("BACKUP", String.valueOf(backup))
                .replace("PORT", String.valueOf(port));
    }

    private void awaitUp() throws IOException {
        for (int look = 0; Http.get(base + "/ping").status() != 204; look++) {
            if (!child.alive() || look > LOOKS) {
                child.close();
                throw child.failure("influxd did not start");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    @Override
    public boolean write(byte[] lines) throws IOException {
        Http.Answer answer = Http.post(base + "/write?db=bench&precision=ms", "", Product.LINES, lines);
        if (answer.status() != 204) {
            throw child.failure("influxd answered " + answer.status() + " " + answer.text());
        }
        return true;
    }

    @Override
    public void close() {
        child.close();
    }
}
