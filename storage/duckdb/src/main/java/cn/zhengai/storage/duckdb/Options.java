package cn.zhengai.storage.duckdb;

import java.nio.file.Path;
import java.util.Properties;

/**
 * What the readings may use of the machine.
 *
 * @param memoryMegabytes of native memory for DuckDB; what does not fit goes to a folder beside the file
 * @param threads DuckDB uses for one question
 * @param tailReadings about how many readings are kept in memory for consumers that keep up
 * @param settleAt logged readings from which the sorted table is written anew while readings come in
 * @param checkpointAt size, such as {@code 64MB}, from which on DuckDB's write-ahead log goes into the file: what a
 *     start has to replay at most
 */
public record Options(int memoryMegabytes, int threads, int tailReadings, long settleAt, String checkpointAt) {
    public Options {
        if (memoryMegabytes < 64 || threads < 1 || tailReadings < 1 || settleAt < 1) {
            throw new IllegalArgumentException("at least 64 MB, one thread, one reading: " + memoryMegabytes + " MB, "
                    + threads + ", " + tailReadings + ", " + settleAt);
        }
    }

    /** For a college on a small machine; a start after a crash then takes about a second. */
    public static Options standard() {
        return new Options(512, 2, 200_000, 2_000_000, "64MB");
    }

    Properties forDuckDb(Path file) {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", memoryMegabytes + "MB");
        settings.setProperty("threads", String.valueOf(threads));
        settings.setProperty("temp_directory", file.toAbsolutePath() + ".tmp");
        settings.setProperty("checkpoint_threshold", checkpointAt);
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        return settings;
    }
}
