package cn.zhengai.collector.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.collector.Rig;
import cn.zhengai.collector.json.JsonLines;
import cn.zhengai.collector.mapping.RowSource;
import cn.zhengai.collector.mapping.Skip;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.RejectionStanding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeDeskTest {
    private final Rig rig = new Rig();

    private Submission submission(String id, String rows) {
        byte[] text = rows.getBytes(StandardCharsets.UTF_8);
        return submission(id, new JsonLines(text, text.length));
    }

    private Submission submission(String id, RowSource rows) {
        return new Submission(
                id,
                "test",
                rig.desk.mappingOf("lms"),
                false,
                1,
                rows,
                Outcomes.UNHEARD,
                tally -> "{\"n\":" + tally.rows() + "}");
    }

    private static String good(int i) {
        return "{\"point\":\"course.hours\",\"subject\":\"math-1\",\"at\":\"2026-01-01\",\"value\":" + i + "}\n";
    }

    @Test
    void aReceiptTellsWhatBecameOfTheBatch() throws IOException {
        Taken taken = rig.desk.take(submission("b1", good(1) + "{}\n" + good(2)));
        assertThat(taken.repeated()).isFalse();
        assertThat(taken.receipt().accepted()).isEqualTo(2);
        assertThat(taken.receipt().rejected()).isEqualTo(1);
        assertThat(taken.receipt().newestAt())
                .hasValueSatisfying(at -> assertThat(at).isEqualTo("2025-12-31T16:00:00Z"));
        assertThat(taken.receipt().answer()).isEqualTo("{\"n\":3}");
        Taken again = rig.desk.take(submission("b1", good(7)));
        assertThat(again).isEqualTo(new Taken(taken.receipt(), true));
        assertThat(rig.logged()).hasSize(2);
    }

    @Test
    void manyRejectionsAreKeptInPartsAndTotalsStayRight() throws IOException {
        String rows = good(1) + "{}\n".repeat(12_000);
        rig.desk.take(submission("b1", rows));
        assertThat(rig.rejections()).hasSize(12_000).extracting(r -> r.row()).doesNotHaveDuplicates();
        assertThat(rig.intake.sources()).singleElement().satisfies(s -> {
            assertThat(s.accepted()).isEqualTo(1);
            assertThat(s.rejected()).containsEntry(Reason.NO_SUBJECT, 12_000L);
        });
        assertThat(rig.desk.receipt("b1").orElseThrow().rejected()).isEqualTo(12_000);
    }

    @Test
    void rejectionsBeyondWhatIsKeptAreCounted() throws IOException {
        RowSource endless = (columns, rows) -> {
            for (int i = 1; i <= 250_000; i++) {
                rows.unreadable(i, Reason.UNREADABLE_ROW, "坏行。", "?");
            }
        };
        Taken taken = rig.desk.take(submission("b1", endless));
        assertThat(taken.receipt().rejected()).isEqualTo(250_000);
        assertThat(rig.rejections()).hasSize(BatchInHand.REJECTIONS_KEPT);
    }

    @Test
    void aFailureLeavesNoReceiptAndTheRepeatIsHarmless() {
        rig.log.fail(Optional.of(Trouble.DISK_FULL));
        assertThatThrownBy(() -> rig.desk.take(submission("b1", good(1) + "{}\n")))
                .isInstanceOfSatisfying(
                        PortException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.DISK_FULL));
        assertThat(rig.desk.receipt("b1")).isEmpty();
        assertThat(rig.rejections()).isEmpty();
    }

    @Test
    void anInputThatBreaksOffLeavesNoReceipt() throws IOException {
        byte[] text = good(1).getBytes(StandardCharsets.UTF_8);
        RowSource broken = (columns, rows) -> {
            new JsonLines(text, text.length).read(columns, rows);
            throw new IOException("gone");
        };
        assertThatThrownBy(() -> rig.desk.take(submission("b1", broken))).isInstanceOf(IOException.class);
        assertThat(rig.desk.receipt("b1")).isEmpty();
        rig.desk.take(submission("b1", good(1)));
        assertThat(rig.logged()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void countsAddUpHoweverRowsAreSplit(long seed) throws IOException {
        Random random = new Random(seed);
        List<Tally> counted = new ArrayList<>();
        IntakeDesk desk = rig.desk.metered(new IntakeMeter() {
            @Override
            public void taken(Tally tally, String way, long bytes, Duration took) {
                counted.add(tally);
            }

            @Override
            public void refused(String source, String way, String why) {
                throw new AssertionError(why);
            }

            @Override
            public void skipped(String source, Skip why, long count) {
                throw new AssertionError(why);
            }

            @Override
            public void answered(String source, RejectionStanding.Status status, long rejections) {
                throw new AssertionError(status);
            }
        });
        int rows = 0;
        for (int b = 0; b < 40; b++) {
            StringBuilder body = new StringBuilder();
            int size = random.nextInt(60);
            for (int i = 0; i < size; i++) {
                body.append(random.nextInt(3) == 0 ? "{\"x\":1}\n" : good(rows + i));
            }
            rows += size;
            desk.take(submission("b" + b, body.toString()));
        }
        assertThat(counted).hasSize(40);
        assertThat(counted.stream().mapToLong(Tally::rows).sum()).isEqualTo(rows);
        assertThat(counted.stream()
                        .mapToLong(t -> t.accepted() + t.rejections())
                        .sum())
                .isEqualTo(rows);
        assertThat(rig.logged())
                .hasSize((int) counted.stream().mapToLong(Tally::accepted).sum());
        assertThat(rig.rejections())
                .hasSize((int) counted.stream().mapToLong(Tally::rejections).sum());
    }
}
