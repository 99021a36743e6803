package cn.zhengai.collector.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.core.port.Cursors.Cursor;
import cn.zhengai.core.port.Cursors.Vanished;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rounds lose nothing and take nothing twice, whatever is committed late and whoever is killed; nights find the rest. */
class RoundTest {
    private final PullRig pull = new PullRig();
    private final LateTable table = pull.table;

    @Test
    void aRowIsTakenOnceAndLeftAloneAfterwards() {
        table.write(1, 90, 0);
        assertThat(pull.round()).isEqualTo(new PullCount(0, 0, 0, 0, true));
        pull.pass(10);
        assertThat(pull.round()).isEqualTo(new PullCount(1, 1, 1, 0, true));
        assertThat(pull.round()).isEqualTo(new PullCount(1, 0, 0, 0, true));
        pull.pass(61);
        assertThat(pull.round().fresh()).isZero();
        assertThat(pull.round()).isEqualTo(PullCount.NONE);
        assertThat(pull.taken()).isEqualTo(Map.of(1, 90));
        assertThat(pull.rig.appended()).isEqualTo(1);
        assertThat(table.open).isZero();
    }

    @Test
    void whatIsCommittedBehindTheCursorIsTaken() {
        table.write(1, 90, 55 * PullRig.SECOND);
        pull.pass(5);
        table.write(2, 91, 0);
        pull.pass(20);
        assertThat(pull.round().fresh()).isEqualTo(1);
        pull.pass(31);
        assertThat(pull.round().fresh()).isEqualTo(1);
        assertThat(pull.taken()).isEqualTo(table.truth());
    }

    @Test
    void anOutageOfOursDoesNotMakeTheOverlapShorter() {
        table.write(1, 90, 60 * PullRig.SECOND);
        pull.pass(5);
        table.write(2, 91, 0);
        pull.pass(20);
        pull.round();
        pull.pass(36_000);
        pull.puller = pull.fresh();
        pull.round();
        assertThat(pull.taken()).isEqualTo(table.truth());
    }

    @Test
    void aChangedRowIsARevision() {
        table.write(1, 90, 0);
        pull.pass(20);
        pull.round();
        table.write(1, 95, 0);
        pull.pass(20);
        pull.round();
        table.changeQuietly(1, 90);
        pull.round();
        assertThat(pull.rig.logged()).hasSize(3);
        assertThat(pull.taken()).isEqualTo(Map.of(1, 90));
    }

    @Test
    void aRejectedRowSaysWhatItWas() {
        table.write(-1_577_836_801, 7, 0);
        pull.pass(20);
        assertThat(pull.round()).isEqualTo(new PullCount(1, 1, 0, 1, true));
        assertThat(pull.rig.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.reason()).isEqualTo(Reason.BAD_INSTANT);
            assertThat(rejection.raw()).startsWith("{\"id\":\"-1577836801\",").contains("\"value\":\"7\"");
        });
        assertThat(pull.round().fresh()).isZero();
    }

    @Test
    void largeTablesComeInPagesAndATurnMayEndBetweenThem() {
        for (int id = 0; id < 90_000; id++) {
            table.write(id, id % 100, 0);
        }
        pull.pass(3600);
        PullCount first = pull.puller.round(false, () -> true);
        assertThat(first).isEqualTo(new PullCount(40_000, 40_000, 40_000, 0, false));
        pull.puller = pull.fresh();
        assertThat(pull.round()).isEqualTo(new PullCount(50_000, 50_000, 50_000, 0, true));
        assertThat(pull.rig.appended()).isEqualTo(90_000);
        assertThat(pull.taken()).hasSize(90_000);
    }

    @Test
    void whatWasCommittedFarTooLateIsFoundAtNight() {
        table.write(1, 90, 1000 * PullRig.SECOND);
        pull.pass(5);
        table.write(2, 91, 0);
        pull.pass(7200);
        pull.round();
        table.write(3, 92, 4000 * PullRig.SECOND);
        pull.pass(1);
        table.write(4, 93, 0);
        pull.pass(300);
        pull.round();
        pull.pass(7200);
        pull.round();
        assertThat(pull.taken()).isEqualTo(Map.of(1, 90, 2, 91, 4, 93));
        assertThat(pull.puller.compare(pull.rig.time.instant())).isEqualTo(new Compared(2, 1, 1, 0));
        assertThat(pull.taken()).isEqualTo(table.truth());
        assertThat(pull.puller.compare(pull.rig.time.instant())).isEqualTo(new Compared(2, 0, 0, 0));
        assertThat(pull.cursors.comparedAt("jw")).contains(pull.rig.time.instant());
    }

    @Test
    void quietChangesAreFoundAtNight() {
        table.write(1, 90, 0);
        table.write(2, 91, 0);
        pull.pass(7200);
        pull.round();
        table.changeQuietly(1, 50);
        pull.round();
        assertThat(pull.taken()).containsEntry(1, 90);
        assertThat(pull.puller.compare(pull.rig.time.instant())).isEqualTo(new Compared(1, 1, 1, 0));
        assertThat(pull.taken()).isEqualTo(table.truth());
    }

    @Test
    void whatVanishedIsListedAndStays() {
        for (int id = 1; id <= 3; id++) {
            table.write(id, 90 + id, 0);
        }
        long span = PulledRow.spanOf(table.now);
        pull.pass(7200);
        pull.round();
        table.delete(1);
        table.write(2, 77, 0);
        pull.pass(7200);
        pull.round();
        assertThat(pull.puller.compare(pull.rig.time.instant())).isEqualTo(new Compared(2, 1, 0, 1));
        assertThat(pull.cursors.vanished("jw", 9)).containsExactly(new Vanished("1", span, pull.rig.time.instant()));
        assertThat(pull.taken()).isEqualTo(Map.of(1, 91, 2, 77, 3, 93));
        assertThat(pull.puller.compare(pull.rig.time.instant())).isEqualTo(new Compared(2, 0, 0, 0));
    }

    @Test
    void rowsOutOfOrderAreRefusedAndSayWhatToDo() {
        Source unordered = new Source() {
            @Override
            public long start() {
                return 0;
            }

            @Override
            public Session open() {
                return new Unordered(table.open());
            }
        };
        PullPorts ports = new PullPorts(pull.rig.desk, pull.cursors, (one, zone) -> unordered, Runnable::run);
        table.write(1, 90, 0);
        pull.pass(1);
        table.write(2, 91, 0);
        pull.pass(100);
        assertThatThrownBy(() -> new Puller(pull.mapping, ports).round(false, () -> false))
                .isInstanceOfSatisfying(
                        PortException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.REFUSED))
                .hasMessageContaining("ORDER BY written, id");
        assertThat(pull.cursors.settled("jw")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whoeverIsKilledNothingIsLostOrTakenTwice(long seed) {
        Random random = new Random(seed);
        int ids = 0;
        for (int step = 0; step < 300; step++) {
            for (int writes = random.nextInt(6); writes > 0; writes--) {
                boolean changed = ids > 0 && random.nextInt(5) == 0;
                table.write(
                        changed ? random.nextInt(ids) : ids++,
                        random.nextInt(100),
                        random.nextInt(4) == 0 ? random.nextInt(69) * PullRig.SECOND : 0);
            }
            pull.pass(random.nextInt(20) == 0 ? random.nextInt(9000) : random.nextInt(12));
            disturbedRound(random);
        }
        pull.pass(200);
        pull.round();
        pull.pass(200);
        pull.round();
        assertThat(pull.taken()).isEqualTo(table.truth());
        assertThat(table.open).isZero();
    }

    private void disturbedRound(Random random) {
        table.failAfter(random.nextInt(4) == 0 ? 1 + random.nextInt(5) : Integer.MAX_VALUE);
        pull.rig.log.fail(random.nextInt(6) == 0 ? Optional.of(Trouble.UNAVAILABLE) : Optional.empty());
        try {
            pull.round();
        } catch (PortException killed) {
            if (random.nextBoolean()) {
                pull.puller = pull.fresh();
            }
        }
        table.failAfter(Integer.MAX_VALUE);
        pull.rig.log.fail(Optional.empty());
    }

    /** Gives the rows of another session the wrong way round. */
    private record Unordered(Source.Session session) implements Source.Session {
        @Override
        public long now() {
            return session.now();
        }

        @Override
        public Source.Rows read(Cursor after, long until) {
            Source.Rows rows = session.read(after, until);
            return new Source.Rows() {
                @Override
                public java.util.List<String> columns() {
                    return rows.columns();
                }

                @Override
                public java.util.List<PulledRow> next(int most) {
                    java.util.List<PulledRow> some = new java.util.ArrayList<>(rows.next(most));
                    java.util.Collections.reverse(some);
                    return some;
                }

                @Override
                public void close() {
                    rows.close();
                }
            };
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
