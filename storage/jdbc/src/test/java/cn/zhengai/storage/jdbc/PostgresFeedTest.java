package cn.zhengai.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.WarningLedger.Turn;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Severity;
import cn.zhengai.core.warning.Step;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many processes write facts at once, acknowledge and are refused; readers that follow see every number once, in order.
 * A sequence of the database would fail here: its numbers become visible in the order of commits, not of numbers.
 */
class PostgresFeedTest {
    @RegisterExtension
    static final Databases DATABASES = Databases.atHand();

    private static final int WRITERS = 12;
    private static final int READERS = 3;
    private static final int TURNS = 25;
    private static final int AT_ONCE = 11;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whoFollowsMissesNothing(long seed) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + READERS);
        List<Ledger> processes = new ArrayList<>();
        for (int i = 0; i < WRITERS / 2; i++) {
            processes.add(DATABASES.open(folder));
        }
        try {
            List<Future<Long>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Ledger own = processes.get(writer / 2);
                int partition = writer;
                writers.add(threads.submit(() -> write(own, partition, new Random(seed * 100 + partition))));
            }
            List<Future<List<Long>>> readers = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                Ledger own = processes.get(reader);
                readers.add(threads.submit(follow(own, writers)));
            }
            long facts = 0;
            for (Future<Long> writer : writers) {
                facts += writer.get();
            }
            List<Long> all = LongStream.rangeClosed(1, facts).boxed().toList();
            for (Future<List<Long>> reader : readers) {
                assertThat(reader.get()).isEqualTo(all);
            }
        } finally {
            threads.shutdownNow();
            processes.forEach(Ledger::close);
        }
    }

    /** How many facts it kept. */
    private static long write(Ledger own, int partition, Random random) {
        long facts = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            List<Fact> some = new ArrayList<>();
            List<Warning> warnings = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                Warning warning = warning(partition + "-" + turn + "-" + i);
                warnings.add(warning);
                some.add(new Fact("f" + warning.id(), 0, Step.RAISED, warning, true, Instant.EPOCH, ""));
            }
            own.warnings().keep(new Turn("w", partition, turn, turn + 1L, List.of(), warnings, some, Map.of()));
            facts += some.size();
            if (!warnings.isEmpty() && random.nextBoolean()) {
                own.warnings().acknowledge(warnings.get(0).id(), new Warning.Acknowledgement("张三", Instant.EPOCH, "好"));
                facts++;
            }
        }
        return facts;
    }

    /** Goes on after the last number seen, until the writers have ended and there is nothing more. */
    private static Callable<List<Long>> follow(Ledger own, List<Future<Long>> writers) {
        return () -> {
            List<Long> seen = new ArrayList<>();
            long last = 0;
            boolean ended = false;
            while (true) {
                List<Fact> more = own.warnings().facts(last, AT_ONCE);
                if (more.isEmpty() && ended) {
                    return seen;
                }
                for (Fact fact : more) {
                    seen.add(fact.number());
                    last = fact.number();
                }
                ended = writers.stream().allMatch(Future::isDone);
            }
        };
    }

    private static Warning warning(String id) {
        return new Warning(
                id,
                WarningKind.THRESHOLD,
                "p",
                "s" + id,
                Severity.ORANGE,
                Warning.Status.OPEN,
                Instant.EPOCH,
                Instant.EPOCH,
                42,
                Optional.empty(),
                true,
                Optional.empty());
    }
}
