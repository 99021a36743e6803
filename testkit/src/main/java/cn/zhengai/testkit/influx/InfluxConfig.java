package cn.zhengai.testkit.influx;

import java.nio.file.Path;

/**
 * The engine's settings: all of it in one folder, on loopback, silent; as many series as there are (as release 2); limits on
 * what one query may take, without which a wide one takes all memory of the machine; and files written when much has come
 * together, for readings of many series otherwise make files of one value each.
 */
final class InfluxConfig {
    private static final String TEXT = """
            reporting-disabled = true
            bind-address = "127.0.0.1:INNER"
            [meta]
              dir = "HOME/meta"
              logging-enabled = false
            [data]
              dir = "HOME/data"
              wal-dir = "HOME/wal"
              index-version = "tsi1"
              query-log-enabled = false
              max-series-per-database = 0
              max-values-per-tag = 0
              cache-max-memory-size = "2g"
              cache-snapshot-memory-size = "256m"
            [coordinator]
              query-timeout = "120s"
              max-concurrent-queries = 64
              max-select-buckets = 1000000
            [http]
              bind-address = "127.0.0.1:PORT"
              log-enabled = false
              pprof-enabled = false
            [monitor]
              store-enabled = false
            [subscriber]
              enabled = false
            [logging]
              level = "warn"
            """;

    private InfluxConfig() {}

    static String text(Path home, int port, int inner) {
        return TEXT.replace("HOME", home.toAbsolutePath().toString())
                .replace("PORT", String.valueOf(port))
                .replace("INNER", String.valueOf(inner));
    }
}
