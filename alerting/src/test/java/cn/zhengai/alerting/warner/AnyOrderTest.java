package cn.zhengai.alerting.warner;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.College;
import cn.zhengai.core.catalogue.Patience;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Step;
import cn.zhengai.core.warning.Warning;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Order of arrival, repeats, delays, revisions, turns and restarts change nothing. Each test runs through 200 seeds. */
class AnyOrderTest {
    private static final int SEEDS = 200;
    private static final double[] VALUES = {85, 89, 92, 94, 95, 99};

    /** The day begins anew at minute 12. */
    private static final ZoneId ZONE = ZoneOffset.ofHoursMinutes(0, -12);

    private static final LocalDate SECOND_DAY = LocalDate.parse("2026-03-02");

    /** Every other time the rules changed with the day. */
    private static Watch watch(Random random) {
        Watch now = alone(random);
        return random.nextBoolean() ? now : now.after(List.of(new Watch.Former(SECOND_DAY, alone(random))));
    }

    private static Watch then(Watch watch, Reading reading) {
        return watch.on(LocalDate.ofInstant(Instant.ofEpochMilli(reading.at()), ZONE));
    }

    private static Watch alone(Random random) {
        return new Watch(patience(random), patience(random), random.nextInt(3) == 0, random.nextInt(3) == 0);
    }

    private static Patience patience(Random random) {
        return random.nextBoolean()
                ? Patience.NONE
                : new Patience(1 + random.nextInt(3), Duration.ofMinutes(random.nextInt(4)));
    }

    /** Readings of c0 and c1 at shuffled minutes; with {@code numbered} corrections carry revision numbers. */
    private static List<Reading> arrivals(Watchtower tower, Random random, boolean numbered) {
        List<Reading> all = new ArrayList<>();
        for (int minute = 0; minute < 25; minute++) {
            String subject = random.nextInt(4) == 0 ? "c1" : "c0";
            Reading first = tower.reading(subject, minute, VALUES[random.nextInt(VALUES.length)]);
            all.add(first);
            for (int revision = 1; random.nextInt(4) == 0; revision++) {
                Reading corrected = tower.reading(subject, minute, VALUES[random.nextInt(VALUES.length)]);
                all.add(numbered ? corrected.revised(revision) : corrected);
            }
        }
        return numbered ? shuffledWithRepeats(all, random) : shuffledKeepingInstants(all, random);
    }

    private static List<Reading> shuffledWithRepeats(List<Reading> all, Random random) {
        List<Reading> arrivals = new ArrayList<>(all);
        for (Reading reading : all) {
            if (random.nextInt(5) == 0) {
                arrivals.add(reading);
            }
        }
        disorder(arrivals, random);
        return arrivals;
    }

    /** From nearly sorted to quite random. */
    private static void disorder(List<Reading> arrivals, Random random) {
        int moves = random.nextInt(3) == 0 ? 5 : random.nextInt(2 * arrivals.size());
        for (int i = 0; i < moves; i++) {
            arrivals.add(random.nextInt(arrivals.size()), arrivals.remove(random.nextInt(arrivals.size())));
        }
    }

    /** Shuffles, then puts the readings of each series and instant back into their order; a repeat follows at once. */
    private static List<Reading> shuffledKeepingInstants(List<Reading> all, Random random) {
        List<Reading> shuffled = new ArrayList<>(all);
        disorder(shuffled, random);
        Map<String, List<Reading>> left = new HashMap<>();
        all.forEach(r -> left.computeIfAbsent(r.series() + "@" + r.at(), k -> new ArrayList<>())
                .add(r));
        List<Reading> arrivals = new ArrayList<>();
        for (Reading place : shuffled) {
            Reading next = left.get(place.series() + "@" + place.at()).remove(0);
            arrivals.addAll(Collections.nCopies(random.nextInt(5) == 0 ? 2 : 1, next));
        }
        return arrivals;
    }

    private static void logInPieces(Watchtower tower, List<Reading> arrivals, Random random) {
        for (int from = 0; from < arrivals.size(); ) {
            int to = Math.min(arrivals.size(), from + 1 + random.nextInt(12));
            tower.log(random.nextInt(3) == 0, arrivals.subList(from, to));
            from = to;
        }
    }

    @ParameterizedTest(name = "corrections with numbers: {0}, seeds {1}")
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void sameEpisodesInAnyOrderOfNumberedCorrections(int block) {
        everyOrderGivesTheNaiveEpisodes(block, true);
    }

    @ParameterizedTest(name = "corrections in their own order: {0}, seeds {1}")
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void sameEpisodesInAnyOrderThatKeepsCorrectionsApart(int block) {
        everyOrderGivesTheNaiveEpisodes(block, false);
    }

    private static void everyOrderGivesTheNaiveEpisodes(int block, boolean numbered) {
        for (int seed = block * SEEDS; seed < (block + 1) * SEEDS; seed++) {
            Random random = new Random(seed);
            Watch watch = watch(random);
            try (Watchtower tower = new Watchtower(College.ofCoursesIn(ZONE, 2, College.attendance(watch)))) {
                List<Reading> arrivals = arrivals(tower, random, numbered);
                tower.readingsATurn(1 + random.nextInt(30));
                logInPieces(tower, arrivals, random);
                tower.run();
                List<Reading> ofC0 = arrivals.stream()
                        .filter(r -> r.series().subject().equals("c0"))
                        .toList();
                assertThat(tower.episodes())
                        .as("seed %d, %s", seed, watch)
                        .isEqualTo(NaiveEpisodes.of(r -> then(watch, r), ofC0));
            }
        }
    }

    @ParameterizedTest(name = "block {0}")
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void sameFactsInAnyTurnsAndRestarts(int block) {
        for (int seed = block * SEEDS; seed < (block + 1) * SEEDS; seed++) {
            List<Fact> atOnce = facts(seed, 1000, false);
            assertThat(facts(seed, 1, false)).as("one a turn, seed %d", seed).isEqualTo(atOnce);
            assertThat(facts(seed, 1 + seed % 11, true))
                    .as("restarts, seed %d", seed)
                    .isEqualTo(atOnce);
            assertThat(atOnce).extracting(Fact::id).doesNotHaveDuplicates();
        }
    }

    private static List<Fact> facts(int seed, int readingsATurn, boolean restarts) {
        Random random = new Random(seed);
        Watch watch = watch(random);
        try (Watchtower tower = new Watchtower(College.ofCoursesIn(ZONE, 2, College.attendance(watch)))) {
            logInPieces(tower, arrivals(tower, random, seed % 2 == 0), random);
            tower.readingsATurn(readingsATurn);
            while (tower.warnings().position(Warner.CONSUMER, 0)
                    < tower.readings.end().through(0)) {
                tower.runOneTurn();
                if (restarts && random.nextInt(3) == 0) {
                    tower.restart();
                }
            }
            return tower.facts();
        }
    }

    @ParameterizedTest(name = "block {0}")
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void whatPeopleWereToldAddsUpToTheWarningsAsTheyAre(int block) {
        for (int seed = block * SEEDS; seed < (block + 1) * SEEDS; seed++) {
            Random random = new Random(seed);
            Watch watch = watch(random);
            try (Watchtower tower = new Watchtower(College.ofCoursesIn(ZONE, 2, College.attendance(watch)))) {
                List<Reading> arrivals = arrivals(tower, random, seed % 2 == 0);
                for (Reading reading : arrivals) {
                    tower.log(false, reading);
                }
                tower.run();
                Map<String, Warning> told = new HashMap<>();
                for (Fact fact : tower.facts()) {
                    if (fact.tell()) {
                        boolean first = told.put(fact.warning().id(), fact.warning()) == null;
                        assertThat(first)
                                .as("raised first, then the rest, seed %d", seed)
                                .isEqualTo(fact.step() == Step.RAISED);
                    }
                }
                List<String> lastHeard = told.values().stream()
                        .filter(w -> w.status() != Warning.Status.WITHDRAWN)
                        .filter(w -> w.subject().equals("c0"))
                        .map(w -> w.severity() + " " + w.raisedAt() + " " + w.clearedAt())
                        .sorted()
                        .toList();
                List<String> asTheyAre = tower.warnings().ofSeries(List.of("course.attendance/c0")).stream()
                        .map(w -> w.severity() + " " + w.raisedAt() + " " + w.clearedAt())
                        .sorted()
                        .toList();
                assertThat(lastHeard).as("seed %d", seed).isEqualTo(asTheyAre);
            }
        }
    }
}
