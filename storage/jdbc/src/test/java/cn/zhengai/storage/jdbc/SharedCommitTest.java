package cn.zhengai.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedCommitTest {
    private static final int WRITERS = 8;
    private static final int WORKS = 200;

    @TempDir
    private Path folder;

    private Jdbi jdbi;

    @BeforeEach
    void open() {
        jdbi = Jdbi.create("jdbc:sqlite:" + folder.resolve("file.db"));
        jdbi.useHandle(handle -> handle.execute("CREATE TABLE done(number INTEGER PRIMARY KEY)"));
    }

    /** Every seventh fails by itself, every eleventh at the database; nobody else notices, and nothing of theirs stays. */
    @Test
    void everyoneSeesWhatHeWouldHaveSeenAlone() throws InterruptedException {
        SharedCommit commit = new SharedCommit(jdbi);
        List<Callable<Integer>> works = new ArrayList<>();
        for (int n = 0; n < WORKS; n++) {
            int number = n;
            works.add(() -> commit.run(handle -> {
                handle.execute("INSERT INTO done VALUES (?)", number);
                if (number % 7 == 0) {
                    throw new IllegalStateException("seven " + number);
                }
                if (number % 11 == 0) {
                    handle.execute("INSERT INTO nowhere VALUES (?)", number);
                }
                return number;
            }));
        }
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<Integer>> answers = writers.invokeAll(works);
        writers.shutdown();

        for (int n = 0; n < WORKS; n++) {
            assertThat(answer(answers.get(n))).isEqualTo(expected(n));
        }
        assertThat(kept())
                .isEqualTo(IntStream.range(0, WORKS)
                        .filter(n -> n % 7 != 0 && n % 11 != 0)
                        .boxed()
                        .toList());
    }

    private static String expected(int n) {
        if (n % 7 == 0) {
            return "seven " + n;
        }
        return n % 11 == 0 ? "UnableToCreateStatementException" : String.valueOf(n);
    }

    private static String answer(Future<Integer> future) throws InterruptedException {
        try {
            return String.valueOf(future.get());
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            return cause instanceof IllegalStateException
                    ? cause.getMessage()
                    : cause.getClass().getSimpleName();
        }
    }

    /** Those who come while a commit is under way go into one transaction together. */
    @Test
    void waitingWritersShareTheNextTransaction() throws Exception {
        SharedCommit commit = new SharedCommit(jdbi);
        List<Object> connections = Collections.synchronizedList(new ArrayList<>());
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<Integer>> answers = new ArrayList<>();
        commit.run(first -> {
            for (int n = 0; n < WRITERS; n++) {
                answers.add(writers.submit(() -> commit.run(handle -> {
                    connections.add(handle.getConnection());
                    return 1;
                })));
            }
            while (commit.waiting() < WRITERS) {
                Thread.onSpinWait();
            }
            return 0;
        });
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(1);
        }
        writers.shutdown();
        assertThat(connections).hasSize(WRITERS).containsOnly(connections.get(0));
    }

    private List<Integer> kept() {
        return jdbi.withHandle(handle -> handle.select("SELECT number FROM done ORDER BY number")
                .mapTo(Integer.class)
                .list());
    }
}
