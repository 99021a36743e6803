package cn.zhengai.alerting.warner;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.College;
import cn.zhengai.alerting.rule.RuleBook;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Patience;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.testkit.ledger.MemoryLedger;
import cn.zhengai.testkit.store.MemoryReadings;
import cn.zhengai.testkit.time.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However many partitions the log has, and however warners come and go while it is read and rules change, each series has
 * the history that one warner over one partition gives it. Each block runs through 100 seeds.
 */
class ManyWarnersTest {
    private static final int SEEDS = 100;
    private static final int COURSES = 9;
    private static final double[] VALUES = {85, 89, 92, 94, 95, 99};
    private static final Instant START = Instant.ofEpochMilli(Watchtower.START);

    @ParameterizedTest(name = "block {0}")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void giveEverySeriesTheHistoryThatOneGives(int block) {
        for (int seed = block * SEEDS; seed < (block + 1) * SEEDS; seed++) {
            List<Batch> log = log(seed);
            Map<String, List<String>> expected = new Run(seed, 1, log).alone();

            assertThat(new Run(seed, 2 + seed % 6, log).comingAndGoing())
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    private static List<Batch> log(int seed) {
        Random random = new Random(seed);
        SeriesIndex index = new SeriesIndex();
        List<Reading> all = new ArrayList<>();
        for (int minute = 0; minute < 120; minute++) {
            all.add(reading(index, random, minute));
        }
        for (int moves = random.nextInt(120); moves > 0; moves--) {
            all.add(random.nextInt(all.size()), all.get(random.nextInt(all.size())));
            all.add(random.nextInt(all.size()), reading(index, random, random.nextInt(120)));
        }
        List<Batch> log = new ArrayList<>();
        for (int from = 0; from < all.size(); ) {
            int to = Math.min(all.size(), from + 1 + random.nextInt(20));
            BatchHead head = new BatchHead("b" + from, "test", START.plusSeconds(log.size()), random.nextInt(5) == 0);
            log.add(new Batch(head, all.subList(from, to)));
            from = to;
        }
        return log;
    }

    private static Reading reading(SeriesIndex index, Random random, int minute) {
        long micros = Math.round(VALUES[random.nextInt(VALUES.length)] * Micros.ONE);
        String course = "c" + random.nextInt(COURSES);
        return Reading.plain(index.of("course.attendance", course), Watchtower.minute(minute), micros, 1);
    }

    private static Catalogue college(Random random) {
        Patience hold = random.nextBoolean() ? Patience.NONE : new Patience(2, Duration.ZERO);
        return College.ofCoursesIn(
                ZoneOffset.UTC,
                COURSES,
                College.attendance(new Watch(hold, Patience.NONE, random.nextBoolean(), false)));
    }

    /** A log of so many partitions, and warners over it. */
    private static final class Run {
        private final Random random;
        private final SeriesIndex index = new SeriesIndex();
        private final MemoryReadings readings;
        private final WarningLedger ledger = new MemoryLedger().warnings();
        private final SettableTime time = SettableTime.at("2026-03-03T00:00:00Z");
        private final List<Batch> log;
        private final RuleBook before;
        private final RuleBook after;
        private final List<Warner> warners = new ArrayList<>();
        private RuleBook book;

        Run(int seed, int partitions, List<Batch> log) {
            Random rules = new Random(seed);
            this.before = RuleBook.of(college(rules));
            this.after = RuleBook.of(college(rules));
            this.random = new Random(~seed);
            this.readings = new MemoryReadings(index, new Partitioning(partitions));
            this.log = log;
            this.book = before;
        }

        /** The whole log under the first rules, then the second. */
        Map<String, List<String>> alone() {
            readings.append(log);
            join();
            settle();
            return histories();
        }

        Map<String, List<String>> comingAndGoing() {
            join();
            for (Batch batch : log) {
                readings.append(List.of(batch));
                for (int acts = random.nextInt(4); acts > 0; acts--) {
                    act();
                }
            }
            settle();
            return histories();
        }

        private void act() {
            int dice = random.nextInt(12);
            if (dice == 0 && warners.size() < 4) {
                join();
            } else if (dice == 1 && warners.size() > 1) {
                warners.remove(random.nextInt(warners.size())).close();
            } else {
                warners.get(random.nextInt(warners.size())).runOnce();
            }
        }

        private void join() {
            warners.add(new Warner(
                    new Ports(index, readings, readings, ledger),
                    () -> book,
                    new Pace(1 + random.nextInt(15), Duration.ZERO),
                    time,
                    WarnerMeter.NONE));
        }

        private void settle() {
            drain();
            book = after;
            drain();
        }

        private void drain() {
            do {
                warners.forEach(Warner::runOnce);
            } while (behind());
            warners.forEach(Warner::runOnce);
        }

        private boolean behind() {
            List<Long> ends = readings.end().places();
            return IntStream.range(0, ends.size())
                    .anyMatch(partition -> ledger.position(Warner.CONSUMER, partition) < ends.get(partition));
        }

        /** By series; a warning that came back has a name made of places in the log, which are others here. */
        private Map<String, List<String>> histories() {
            warners.forEach(Warner::close);
            Map<String, List<String>> histories = new TreeMap<>();
            for (Fact fact : ledger.facts(0, Integer.MAX_VALUE)) {
                Warning w = fact.warning();
                histories
                        .computeIfAbsent(w.subject(), s -> new ArrayList<>())
                        .add(fact.step() + " " + fact.tell() + " " + fact.recordedAt() + " " + w.status() + " "
                                + w.raisedValue() + " " + w.told() + " " + Watchtower.shown(w));
            }
            return histories;
        }
    }
}
