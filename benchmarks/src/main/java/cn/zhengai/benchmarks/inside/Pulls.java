package cn.zhengai.benchmarks.inside;

import cn.zhengai.benchmarks.college.College;
import cn.zhengai.benchmarks.college.Size;
import cn.zhengai.benchmarks.process.Checkout;
import cn.zhengai.benchmarks.process.Fork;
import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.collector.intake.IntakeDesk;
import cn.zhengai.collector.jdbc.Drivers;
import cn.zhengai.collector.jdbc.JdbcSources;
import cn.zhengai.collector.pull.PullCount;
import cn.zhengai.collector.pull.PullDesk;
import cn.zhengai.collector.pull.PullMeter;
import cn.zhengai.collector.pull.PullPorts;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.duckdb.DuckDbReadings;
import cn.zhengai.storage.duckdb.Options;
import cn.zhengai.storage.jdbc.SqliteLedger;
import cn.zhengai.testkit.database.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A table of PostgreSQL read by a plain loop, and pulled: mapped, appended to the durable log, receipts and cursor kept.
 * Both read the same columns as texts in lots of 5,000, in one process after both were warmed up; turns alternate, the
 * middle of five counts.
 */
public final class Pulls {
    private static final int TIMES = 5;
    private static final int FETCH = 5000;
    private static final String QUERY =
            "SELECT id, written, point, subject, at, value FROM score WHERE (written, id) > (%s, %s) AND written <= %s"
                    + " ORDER BY written, id";

    private final PostgresServer server;
    private final Path room;
    private final ExecutorService readAhead = Executors.newSingleThreadExecutor();

    private Pulls(PostgresServer server, Path room) {
        this.server = server;
        this.room = room;
    }

    /** Argument: the number of rows. Says {@code plain} and {@code pulled}, rows per second. */
    public static void main(String[] arguments) throws IOException, SQLException {
        int rows = Integer.parseInt(arguments[0]);
        Path room = Checkout.room("pulls");
        try (PostgresServer server = PostgresServer.start(room.resolve("pg"))) {
            new Pulls(server, room).measure(rows);
        } finally {
            Checkout.delete(room);
        }
    }

    private void measure(int rows) throws IOException, SQLException {
        fill(rows);
        double[] plain = new double[TIMES];
        double[] pulled = new double[TIMES];
        for (int i = -1; i < TIMES; i++) {
            double loop = rows / plain(rows);
            double pull = rows / pulled(rows, i);
            if (i >= 0) {
                plain[i] = loop;
                pulled[i] = pull;
            }
        }
        readAhead.shutdown();
        Arrays.sort(plain);
        Arrays.sort(pulled);
        Fork.say("plain", plain[TIMES / 2]);
        Fork.say("pulled", pulled[TIMES / 2]);
    }

    private void fill(int rows) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE score (id bigint PRIMARY KEY, written timestamp NOT NULL, point text,"
                    + " subject text, at timestamp, value numeric(6,2))");
            statement.execute("INSERT INTO score SELECT n, timestamp '2025-01-01' + n * interval '1 second',"
                    + " 'p0' || lpad((5 * (n / 100 % 20) + 1)::text, 2, '0'), 's' || lpad((n % 100)::text, 5, '0'),"
                    + " timestamp '2025-01-01' + (n / 2000) * interval '1 hour', 60 + n % 40 FROM generate_series(1, "
                    + rows + ") n");
            statement.execute("CREATE INDEX ON score (written, id)");
            statement.execute("VACUUM ANALYZE score");
        }
    }

    private double plain(int rows) throws SQLException {
        long started = System.nanoTime();
        long seen = 0;
        long size = 0;
        try (Connection connection = server.connect()) {
            connection.setAutoCommit(false);
            String sql = String.format(Locale.ROOT, QUERY, "timestamp '1970-01-01'", "0", "localtimestamp");
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setFetchSize(FETCH);
                try (ResultSet found = query.executeQuery()) {
                    while (found.next()) {
                        seen++;
                        for (int column = 1; column <= 6; column++) {
                            size += found.getString(column).length();
                        }
                    }
                }
            }
        }
        if (seen != rows || size == 0) {
            throw new IllegalStateException(seen + " rows instead of " + rows);
        }
        return (System.nanoTime() - started) / 1e9;
    }

    private double pulled(int rows, int run) throws IOException {
        Path data = room.resolve("data" + run);
        Catalogue catalogue = catalogue(data.resolve("catalogue"));
        SeriesIndex index = new SeriesIndex();
        InstantSource time = InstantSource.system();
        try (Ledger ledger = SqliteLedger.open(data.resolve("ledger.db"));
                DuckDbReadings readings = DuckDbReadings.open(data.resolve("readings.db"), index, Options.standard())) {
            IntakeDesk intake = new IntakeDesk(() -> catalogue, index, readings.log(), ledger.intake(), time);
            JdbcSources sources = new JdbcSources(new Drivers(List.of()), Map.of(), time);
            PullDesk desk = new PullDesk(
                    new PullPorts(intake, ledger.cursors(), sources, readAhead), PullMeter.UNCOUNTED, time);
            long started = System.nanoTime();
            PullCount count = desk.pullNow("jw", true).orElseThrow();
            double seconds = (System.nanoTime() - started) / 1e9;
            if (count.accepted() != rows) {
                throw new IllegalStateException("not all of " + rows + " rows were taken: " + count);
            }
            return seconds;
        }
    }

    private Catalogue catalogue(Path folder) throws IOException {
        College college = new College(new Size(100, 100, 1));
        college.catalogue(folder);
        Files.writeString(folder.resolve("sources/jw.yaml"), """
                sources:
                  - id: jw
                    name: 教务系统
                    subject: "{subject}"
                    time: {column: at}
                    measures: [{point: "{point}", value: value}]
                    jdbc:
                      url: "%s"
                      query: "%s"
                      watermark: {instant: written, id: id}
                      fetch-size: %s
                """.formatted(
                        server.url(), QUERY.formatted(":since_instant", ":since_id", ":until"), FETCH));
        var reading = CatalogueFolder.read(folder);
        return reading.catalogue()
                .orElseThrow(() -> new IllegalStateException("our own catalogue: " + reading.findings()));
    }
}
