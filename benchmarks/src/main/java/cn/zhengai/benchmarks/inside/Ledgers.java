package cn.zhengai.benchmarks.inside;

import cn.zhengai.benchmarks.process.Checkout;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.Outbox;
import cn.zhengai.core.warning.Notice;
import cn.zhengai.storage.jdbc.PostgresAccess;
import cn.zhengai.storage.jdbc.PostgresLedger;
import cn.zhengai.storage.jdbc.SqliteLedger;
import cn.zhengai.testkit.database.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The same ledger work in SQLite and in PostgreSQL, in one process, turn about; both synchronise every commit. Each figure
 * is the middle of some rounds, after one that does not count. By hand: {@code cn.zhengai.benchmarks.inside.Ledgers}.
 */
public final class Ledgers {
    private static final int ROUNDS = 5;
    private static final int AT_ONCE = 4;
    private static final int SMALL_TURNS = 200;
    private static final int NOTICES = 1000;

    private final Ledger ledger;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private long round;

    private Ledgers(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Says each figure of both, and PostgreSQL's as a multiple of SQLite's. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Path room = Checkout.room("ledgers");
        try (PostgresServer server = PostgresServer.startSynced(room.resolve("pg"));
                Ledger sqlite = SqliteLedger.open(room.resolve("ledger.sqlite"));
                Ledger postgres =
                        PostgresLedger.open(new PostgresAccess(server.url(), Optional.empty(), Optional.empty(), 10))) {
            demandSynced(server);
            List<Ledgers> both = List.of(new Ledgers(sqlite), new Ledgers(postgres));
            for (Figure figure : Figure.values()) {
                compare(figure, both);
            }
            both.forEach(one -> one.threads.shutdownNow());
        } finally {
            Checkout.delete(room);
        }
    }

    private static void demandSynced(PostgresServer server) {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW fsync")) {
            row.next();
            if (!row.getString(1).equals("on")) {
                throw new IllegalStateException("the server does not wait for the disk");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void compare(Figure figure, List<Ledgers> both) throws InterruptedException, ExecutionException {
        double[][] rates = new double[both.size()][ROUNDS];
        for (int i = -1; i < ROUNDS; i++) {
            for (int which = 0; which < both.size(); which++) {
                double rate = both.get(which).rate(figure);
                if (i >= 0) {
                    rates[which][i] = rate;
                }
            }
        }
        for (double[] one : rates) {
            Arrays.sort(one);
        }
        double sqlite = rates[0][ROUNDS / 2];
        double postgres = rates[1][ROUNDS / 2];
        System.out.printf(
                Locale.ROOT,
                "%-45s sqlite %,10.0f  postgres %,10.0f  %.2f x%n",
                figure.what,
                sqlite,
                postgres,
                postgres / sqlite);
    }

    private enum Figure {
        LARGE_TURNS("states/s, turns of 10,000 and 1,000 facts"),
        QUIET_TURNS("turns/s, 50 states"),
        TELLING_TURNS("turns/s, 50 states and 5 facts"),
        OWNERS_AT_ONCE("turns/s, the same by 4 owners at once"),
        RECEIPTS_AT_ONCE("receipts/s, 4 senders at once"),
        PUT("notices/s, put 1,000 at once"),
        ONE_DISPATCHER("notices/s, taken and settled by one"),
        DISPATCHERS("notices/s, taken and settled by 4 at once"),
        LOADING("states/s, loaded");

        private final String what;

        Figure(String what) {
            this.what = what;
        }
    }

    private double rate(Figure figure) throws InterruptedException, ExecutionException {
        round++;
        LedgerWork work = new LedgerWork(ledger, round);
        return switch (figure) {
            case LARGE_TURNS -> timed(10_000, () -> work.turn(0, 10_000, 1_000));
            case QUIET_TURNS -> timed(SMALL_TURNS, () -> work.turns(0, SMALL_TURNS, 0));
            case TELLING_TURNS -> timed(SMALL_TURNS, () -> work.turns(0, SMALL_TURNS, 5));
            case OWNERS_AT_ONCE -> timed(SMALL_TURNS, () -> atOnce(part -> work.turns(part, SMALL_TURNS / AT_ONCE, 5)));
            case RECEIPTS_AT_ONCE ->
                timed(SMALL_TURNS, () -> atOnce(part -> work.receipts(part, SMALL_TURNS / AT_ONCE)));
            case PUT -> timed(NOTICES, () -> work.put(NOTICES));
            case ONE_DISPATCHER -> {
                work.put(NOTICES);
                yield timed(NOTICES, () -> send("one"));
            }
            case DISPATCHERS -> {
                work.put(NOTICES);
                yield timed(NOTICES, () -> atOnce(part -> send("dispatcher " + part)));
            }
            case LOADING -> loading();
        };
    }

    private double loading() {
        long[] states = {0};
        long start = System.nanoTime();
        ledger.warnings().states(0, state -> states[0]++);
        return states[0] / seconds(start);
    }

    private void send(String name) {
        Instant now = Instant.EPOCH.plusSeconds(1);
        List<Outbox.Kept> taken = ledger.outbox().take(name, now, Duration.ofMinutes(5), 100);
        while (!taken.isEmpty()) {
            taken.forEach(one ->
                    ledger.outbox().settle(one.notice().id(), new Notice.Standing(Notice.State.DELIVERED, 1, now, "")));
            taken = ledger.outbox().take(name, now, Duration.ofMinutes(5), 100);
        }
    }

    private interface Part {
        void run(int number);
    }

    private interface Timed {
        void run() throws InterruptedException, ExecutionException;
    }

    private void atOnce(Part part) throws InterruptedException, ExecutionException {
        List<Callable<Integer>> parts = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            int number = i;
            parts.add(() -> {
                part.run(number);
                return number;
            });
        }
        for (Future<Integer> one : threads.invokeAll(parts)) {
            one.get();
        }
    }

    private static double timed(int things, Timed work) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        work.run();
        return things / seconds(start);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
