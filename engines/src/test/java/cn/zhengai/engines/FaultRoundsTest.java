package cn.zhengai.engines;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Outbox;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Settings;
import cn.zhengai.testkit.influx.Forwarder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rounds of bad days, from a seed, while readings are logged: instances killed, frozen, restarted with wrong clocks,
 * brokers and stores killed and cut off. Afterwards every acknowledged reading is stored once, warnings are those of an
 * embedded run that had no bad day, every notice was visible, and nobody lent a hand. {@code -Dzhengai.rounds=200} for
 * the long campaign.
 */
class FaultRoundsTest {
    private static final int USUAL_ROUNDS = 16;
    private static final int ROUNDS = Integer.getInteger("zhengai.rounds", USUAL_ROUNDS);
    private static final long SEED = Long.getLong("zhengai.seed", 20_261_126L);
    private static final int PARTITIONS = 6;
    private static final int BROKERS = 3;
    private static final int COURSES = 300;
    private static final String WORK = "recorder,warner";
    /** What waits for a time of a fast clock waits as long. */
    private static final long NOTIFIERS_SHARE = 20;

    private static final long LONGEST_WAIT_MINUTES = 7;

    @TempDir
    private Path home;

    private final Random random = new Random(SEED);
    private final ThousandLogs logs = new ThousandLogs(
            COURSES,
            InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(1)));

    @Test
    void badDaysLoseNothingAndTellNothingTwice() throws IOException {
        List<Batch> batches = logs.batches();
        try (Hook hook = new Hook();
                Engines engines = Engines.start(home.resolve("engines"), BROKERS, PARTITIONS)) {
            Path data = folder(engines, "college", hook);
            logs.catalogue(data);
            try (Run college = Run.open(DataFolder.open(data), settings(data), InstantSource.system());
                    InstanceProcess first = instance(engines, "first", WORK, hook);
                    InstanceProcess second = instance(engines, "second", WORK, hook);
                    InstanceProcess notifier = instance(engines, "notifier", "notifier,assessment", hook)) {
                List<InstanceProcess> workers = List.of(first, second);
                int each = batches.size() / ROUNDS + 1;
                for (int round = 0; round < ROUNDS; round++) {
                    int from = Math.min(batches.size(), round * each);
                    List<Batch> part = batches.subList(from, Math.min(batches.size(), from + each));
                    acknowledge(college, part.subList(0, part.size() / 2));
                    Runnable amends = fault(round, engines, workers, notifier, hook);
                    acknowledge(college, part.subList(part.size() / 2, part.size()));
                    amends.run();
                }
                settle(college);
                Answers distributed = Answers.of(college);
                notifier.stopAndRestart(0);
                untilSent(college.stores().ledger().outbox());

                assertThat(distributed.readings()).isNotEmpty();
                demandAnswersOf(embedded(batches), distributed);
                assertThat(hook.ids())
                        .isEqualTo(webhookNotices(college.stores().ledger().outbox()));
            }
        }
    }

    private static void demandAnswersOf(Answers embedded, Answers distributed) {
        assertThat(distributed.readings()).isEqualTo(embedded.readings());
        assertThat(distributed.sums()).isEqualTo(embedded.sums());
        assertThat(distributed.facts()).isEqualTo(embedded.facts());
        assertThat(distributed.warnings()).isEqualTo(embedded.warnings());
        assertThat(distributed.notices()).isEqualTo(embedded.notices());
        assertThat(distributed.assessment()).isEqualTo(embedded.assessment());
    }

    /** As a collector does whose sender comes again until it gets its yes. */
    private static void acknowledge(Run college, List<Batch> batches) {
        for (int from = 0; from < batches.size(); from += 50) {
            List<Batch> some = batches.subList(from, Math.min(batches.size(), from + 50));
            until("an append is acknowledged", () -> {
                try {
                    college.stores().readings().log().append(some);
                    return true;
                } catch (PortException later) {
                    return false;
                }
            });
        }
    }

    /** Something bad; gives what makes it good again. */
    private Runnable fault(
            int round, Engines engines, List<InstanceProcess> workers, InstanceProcess notifier, Hook hook) {
        InstanceProcess worker = workers.get(random.nextInt(workers.size()));
        long skew = random.nextInt(1_200_000) - 600_000L;
        int broker = random.nextInt(BROKERS);
        return switch (random.nextInt(9)) {
            case 0 -> done(() -> worker.killAndRestart(skew));
            case 1 -> done(() -> worker.stopAndRestart(skew));
            case 2 -> done(() -> notifier.killAndRestart(skew / NOTIFIERS_SHARE));
            case 3 -> {
                engines.killBroker(broker);
                yield () -> engines.restartBroker(broker);
            }
            case 4 -> {
                engines.influx().kill();
                yield () -> engines.influx().restart();
            }
            case 5 -> {
                engines.postgres().kill();
                yield () -> engines.postgres().restart();
            }
            case 6 -> {
                worker.freeze();
                yield () -> {
                    pause(round % 4 == 0 ? Duration.ofSeconds(12) : Duration.ofSeconds(1));
                    worker.thaw();
                };
            }
            case 7 -> {
                hook.ill(true);
                yield () -> hook.ill(false);
            }
            default -> cutOff(engines);
        };
    }

    /** What was done needs no amends: instances come back by themselves. */
    private static Runnable done(Runnable fault) {
        fault.run();
        return () -> {};
    }

    /** Of what goes to the store half gets lost, on the way there or back. */
    private Runnable cutOff(Engines engines) {
        Random dice = new Random(random.nextLong());
        engines.influx().forwarder().set(call -> switch (dice.nextInt(4)) {
            case 0 -> Optional.of(new Forwarder.Answer(Forwarder.Answer.CUT, ""));
            case 1 -> Optional.of(new Forwarder.Answer(Forwarder.Answer.LOST, ""));
            default -> Optional.empty();
        });
        return () -> {
            pause(Duration.ofSeconds(1));
            engines.influx().forwarder().set(call -> Optional.empty());
        };
    }

    private static void settle(Run college) {
        until("instances catch up by themselves", () -> {
            try {
                college.evaluateAll();
                return true;
            } catch (PortException later) {
                return false;
            }
        });
    }

    private static void untilSent(Outbox outbox) {
        until("every notice is sent", () -> !outbox.waiting().containsKey("webhook"));
    }

    private static Set<String> webhookNotices(Outbox outbox) {
        return outbox.recent(Integer.MAX_VALUE).stream()
                .map(kept -> kept.notice())
                .filter(notice -> notice.channel().equals("webhook"))
                .map(notice -> notice.id())
                .collect(Collectors.toSet());
    }

    private Answers embedded(List<Batch> batches) throws IOException {
        Path data = home.resolve("embedded");
        logs.catalogue(data);
        try (Run run = Run.open(DataFolder.open(data), settings(data), InstantSource.system())) {
            run.stores().readings().log().append(batches);
            run.evaluateAll();
            return Answers.of(run);
        }
    }

    private Path folder(Engines engines, String name, Hook hook) throws IOException {
        Path data = home.resolve(name);
        Files.writeString(
                engines.settings(data, 0),
                "webhooks:\n  duty: {url: \"" + hook.url() + "\"}\n",
                StandardOpenOption.APPEND);
        return data;
    }

    private InstanceProcess instance(Engines engines, String name, String roles, Hook hook) throws IOException {
        return new InstanceProcess(folder(engines, name, hook), roles, 0);
    }

    private static Settings settings(Path data) {
        return Settings.read(data.resolve("zhengai.yaml"), Map.of());
    }

    /** A condition that comes true by itself, after a while. */
    private interface Condition {
        boolean holds();
    }

    private static void until(String what, Condition condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_WAIT_MINUTES);
        while (!condition.holds()) {
            assertThat(System.nanoTime())
                    .as("%s within %s minutes", what, LONGEST_WAIT_MINUTES)
                    .isLessThan(end);
            pause(Duration.ofMillis(100));
        }
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
