package cn.zhengai.server.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.assessment.breakdown.KeptKnowledge;
import cn.zhengai.core.port.AssessmentLedger;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.storage.jdbc.LedgerRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Seeded colleges go up into a log of several partitions and down again, some with repeats already merged, some with
 * clocks set back: everything compared is equal, kept results find what they knew, warnings are explained as before.
 */
class MoveTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void college() throws IOException {
        SeededRun.catalogue(folder);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void upAndDown(long seed) {
        Random random = new Random(seed);
        try (SeededRun one = SeededRun.inFolder(folder.resolve("one-" + seed));
                SeededRun shared = SeededRun.inPartitions(folder.resolve("shared-" + seed), 1 + random.nextInt(5));
                SeededRun back = SeededRun.inFolder(folder.resolve("back-" + seed))) {
            one.live(random, 30);
            one.live(random, 10);

            new Up(one.side(), shared.side(), new Filled(), Progress.NONE).run();

            assertThat(new Comparison(one.side(), shared.side(), Progress.NONE)
                            .run()
                            .text())
                    .noneMatch(line -> line.contains("不一致"));
            assertThat(known(shared)).isEqualTo(known(one));
            assertThat(shared.explained()).isEqualTo(one.explained());
            long more = random.nextLong();
            one.live(new Random(more), 15);
            shared.live(new Random(more), 15);
            assertThat(shared.episodes()).isEqualTo(one.episodes());

            Path scratch = folder.resolve("scratch-" + seed);
            assertThat(new Down(shared.side(), back.side(), scratch, Progress.NONE).run())
                    .isZero();

            assertThat(new Comparison(shared.side(), back.side(), Progress.NONE)
                            .run()
                            .text())
                    .noneMatch(line -> line.contains("不一致"));
            assertThat(scratch).doesNotExist();
            assertThat(known(back)).isEqualTo(known(one));
            assertThat(back.explained()).isEqualTo(shared.explained());
            one.live(new Random(more + 1), 15);
            back.live(new Random(more + 1), 15);
            assertThat(back.episodes()).isEqualTo(one.episodes());
        }
    }

    /** At whatever step it stops, a new beginning with cleared stores is as if it had been the first. */
    @Test
    void brokenOffAtEachStepAndRepeated() {
        try (SeededRun one = SeededRun.inFolder(folder.resolve("broken"))) {
            one.live(new Random(77), 30);
            int steps = 0;
            boolean through = false;
            for (; !through; steps++) {
                StopsAt stops = new StopsAt(steps);
                try (SeededRun shared = SeededRun.inPartitions(folder.resolve("broken-up-" + steps), 3)) {
                    through = through(() -> new Up(one.side(), shared.side(), new Filled(), stops).run());
                    if (!through) {
                        assertThat(shared.facts()).isEmpty();
                    }
                }
            }
            assertThat(steps).isEqualTo(5);
            try (SeededRun shared = SeededRun.inPartitions(folder.resolve("broken-up-again"), 3);
                    SeededRun back = SeededRun.inFolder(folder.resolve("broken-down-again"))) {
                new Up(one.side(), shared.side(), new Filled(), Progress.NONE).run();
                new Down(shared.side(), back.side(), folder.resolve("broken-scratch"), Progress.NONE).run();
                assertThat(new Comparison(one.side(), back.side(), Progress.NONE)
                                .run()
                                .equal())
                        .isTrue();
            }
        }
    }

    @Test
    void aReadingLessIsSeen() {
        try (SeededRun one = SeededRun.inFolder(folder.resolve("less"));
                SeededRun shared = SeededRun.inPartitions(folder.resolve("less-shared"), 3)) {
            one.live(new Random(5), 10);
            new Up(one.side(), shared.side(), new Filled(), Progress.NONE).run();
            shared.take(new Random(6));

            Report report = new Comparison(one.side(), shared.side(), Progress.NONE).run();

            assertThat(report.equal()).isFalse();
            assertThat(report.text()).anyMatch(line -> line.startsWith("采集值摘要") && line.endsWith("不一致！"));
        }
    }

    @Test
    void somebodyElseWhoWritesIsNoticed() {
        try (SeededRun one = SeededRun.inFolder(folder.resolve("else"));
                SeededRun shared = SeededRun.inPartitions(folder.resolve("else-shared"), 3)) {
            one.live(new Random(5), 10);
            shared.take(new Random(6));

            assertThatThrownBy(() -> new Up(one.side(), shared.side(), new Filled(), Progress.NONE).run())
                    .hasMessageContaining("有别的进程写入");
        }
    }

    private static boolean through(Runnable migration) {
        try {
            migration.run();
            return true;
        } catch (IllegalStateException stopped) {
            return false;
        }
    }

    /** By kept result, every value it knew. */
    private static Map<String, List<String>> known(SeededRun run) {
        Map<String, List<String>> all = new TreeMap<>();
        ReadingStore store = run.side().store();
        for (AssessmentLedger.Kept kept : run.ledger().assessments().history("2026")) {
            Knowledge known = KeptKnowledge.of(run.document(kept)).orElseThrow();
            List<String> values = new ArrayList<>();
            for (int subject = 0; subject < SeededRun.SUBJECTS; subject++) {
                store.read(run.series(subject), Long.MIN_VALUE, Long.MAX_VALUE, known)
                        .forEach(logged -> values.add(logged.head() + " " + logged.reading()));
            }
            all.put(kept.digest(), values);
        }
        assertThat(all).isNotEmpty();
        return all;
    }

    private record Filled() implements Up.Recording {
        @Override
        public void catchUp(Knowledge end) {}

        @Override
        public List<LedgerRow> home() {
            return List.of();
        }
    }

    private static final class StopsAt implements Progress {
        private int left;

        StopsAt(int step) {
            this.left = step;
        }

        @Override
        public void begin(String step, long total) {
            if (left-- == 0) {
                throw new IllegalStateException("stopped at " + step);
            }
        }

        @Override
        public void at(long done) {}

        @Override
        public void say(String sentence) {}
    }
}
