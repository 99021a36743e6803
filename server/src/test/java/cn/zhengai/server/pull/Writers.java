package cn.zhengai.server.pull;

import cn.zhengai.testkit.database.PostgresServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Many clerks, each with a connection, who enter scores and leave the transaction open for a while: rows become visible
 * out of the order of their time stamps. When the database is killed they come back when it does.
 */
final class Writers implements AutoCloseable {
    private static final int LARGEST = 40;
    /**
     * A clerk who was held up for longer, as on a machine that stands still for a while, gives up: the overlap of
     * {@link Pulled} is a promise that no transaction stays open longer than that.
     */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private final PostgresServer server;
    private final int all;
    private int begun;
    private int allowed;
    private final List<Thread> clerks = new ArrayList<>();

    Writers(PostgresServer server, int clerks, int rows, long seed) throws SQLException {
        this.server = server;
        this.all = rows;
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists score");
            statement.execute("create table score (id bigserial primary key, written timestamptz not null,"
                    + " course text not null, value int not null)");
            statement.execute("create index on score (written, id)");
        }
        for (int i = 0; i < clerks; i++) {
            Random random = new Random(seed * clerks + i);
            this.clerks.add(new Thread(() -> work(random), "clerk-" + i));
        }
        this.clerks.forEach(Thread::start);
    }

    private void work(Random random) {
        while (begun() < all) {
            try (Connection connection = server.connect()) {
                connection.setAutoCommit(false);
                for (int rows = claim(random); rows > 0; rows = claim(random)) {
                    enter(connection, random, rows);
                }
            } catch (SQLException killed) {
                awaitServer();
            }
        }
    }

    /** Rows to enter in one go, 0 at the end; what a killed transaction took with it is entered by nobody else. */
    private synchronized int claim(Random random) {
        while (begun >= allowed && begun < all) {
            try {
                wait();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return 0;
            }
        }
        int rows = Math.min(1 + random.nextInt(LARGEST), all - begun);
        begun += rows;
        return rows;
    }

    /** Lets them go on until so many rows are entered, or on their way. */
    synchronized void allow(int rows) {
        allowed = rows;
        notifyAll();
    }

    private static void enter(Connection connection, Random random, int rows) throws SQLException {
        long from = System.nanoTime();
        try (PreparedStatement insert = connection.prepareStatement(
                        "insert into score (written, course, value) values (clock_timestamp(), ?, ?)");
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < rows; i++) {
                insert.setString(1, "C" + random.nextInt(20));
                insert.setInt(2, random.nextInt(100));
                insert.addBatch();
            }
            insert.executeBatch();
            double patience = random.nextInt(3) == 0 ? 1.5 * random.nextDouble() : 0.05 * random.nextDouble();
            statement.execute(String.format(Locale.ROOT, "select pg_sleep(%.3f)", patience));
            if (random.nextInt(10) == 0 || System.nanoTime() - from > PATIENCE) {
                connection.rollback();
            } else {
                connection.commit();
            }
        }
    }

    /** Whoever kills the server holds its lock until it is back. */
    private void awaitServer() {
        synchronized (server) {
            Thread.onSpinWait();
        }
    }

    /** Rows entered, or on their way. */
    synchronized int begun() {
        return begun;
    }

    boolean areDone() {
        return clerks.stream().noneMatch(Thread::isAlive);
    }

    @Override
    public void close() {
        synchronized (this) {
            begun = all;
            notifyAll();
        }
        for (Thread clerk : clerks) {
            try {
                clerk.join();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
