package cn.zhengai.collector.rejection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.collector.Rig;
import cn.zhengai.collector.SmallCollege;
import cn.zhengai.collector.TroubledIntake;
import cn.zhengai.collector.push.Format;
import cn.zhengai.collector.push.Gate;
import cn.zhengai.collector.push.PushDesk;
import cn.zhengai.collector.push.PushRequest;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.Intake.Kept;
import cn.zhengai.core.port.Intake.OpenCount;
import cn.zhengai.core.port.Intake.Query;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.RejectionId;
import cn.zhengai.core.reading.RejectionStanding.Status;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rejected rows are put right and sent again: exactly one effect, with who and why. */
class RejectionDeskTest {
    private final Rig rig = new Rig();
    private final TroubledIntake intake = new TroubledIntake(rig.intake);
    private final RejectionDesk desk = new RejectionDesk(rig.desk, rig.log, intake, rig.time);
    private final PushDesk push = new PushDesk(rig.desk, new Gate(4, 1 << 20), 1 << 20, rig.time);

    private static Words words() throws DeskRefused {
        return Words.of("王芳", "教务处已核对原表");
    }

    private void push(String source, Format format, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        push.push(
                new PushRequest(source, format, Optional.empty(), "s", false, false, new ByteArrayInputStream(bytes)));
    }

    private void hours(String subject, String value) {
        push(
                "lms",
                Format.NDJSON,
                "{\"point\":\"course.hours\",\"subject\":\"" + subject + "\",\"at\":\"2026-03-01\",\"value\":\"" + value
                        + "\",\"备注\":\"补考\"}");
    }

    private Kept newest() {
        return rig.kept().get(0);
    }

    @Test
    void anEditedRowIsTakenAsABatchOfItsOwn() throws DeskRefused {
        push(
                "lms",
                Format.NDJSON,
                "\n\n{\"point\":\"course.hours\",\"subject\":\"math-1\",\"at\":\"2026-03-01\",\"value\":\"三十\"}");
        Kept before = newest();
        assertThat(before.standing().columns()).containsEntry("value", "三十").hasSize(4);
        assertThat(desk.repair(before.id(), Map.of("value", "30"), words())).isEqualTo(new Resent(1, 0, 1));
        Reading reading = rig.only();
        assertThat(reading.position()).isEqualTo(Micros.position(Micros.ofWhole(30), false));
        assertThat(reading.row()).isEqualTo(3);
        assertThat(rig.logged().get(0).head().id()).startsWith("repair-" + before.id() + "-");
        Kept after = newest();
        assertThat(after.rejection()).isEqualTo(before.rejection());
        assertThat(after.standing().status()).isEqualTo(Status.REPAIRED);
        assertThat(after.standing().columns()).containsEntry("value", "30");
        assertThat(after.standing().answer()).hasValueSatisfying(answer -> {
            assertThat(answer.by()).isEqualTo("王芳");
            assertThat(answer.why()).isEqualTo("教务处已核对原表");
            assertThat(answer.at()).isEqualTo(rig.time.instant());
            assertThat(rig.intake.receipt(answer.batch())).isPresent();
        });
    }

    @Test
    void repairingTwiceHasOneEffect() throws DeskRefused {
        hours("math-1", "x");
        desk.repair(newest().id(), Map.of("value", "30"), words());
        assertThatThrownBy(() -> desk.repair(newest().id(), Map.of("value", "31"), words()))
                .isInstanceOfSatisfying(DeskRefused.class, e -> {
                    assertThat(e.why()).isEqualTo(DeskRefused.Cause.SETTLED);
                    assertThat(e.sentence()).contains("已补报", "王芳");
                });
        assertThat(rig.logged()).hasSize(1);
    }

    @Test
    void aStopBetweenLogAndLedgerIsRepairedByDoingItAgain() throws DeskRefused {
        hours("math-1", "x");
        intake.fail(Optional.of(Trouble.DISK_FULL));
        assertThatThrownBy(() -> desk.repair(newest().id(), Map.of("value", "30"), words()))
                .isInstanceOf(PortException.class);
        assertThat(newest().standing().status()).isEqualTo(Status.OPEN);
        intake.fail(Optional.empty());
        rig.time.set(Instant.parse("2026-09-02T04:00:00Z"));
        desk.repair(newest().id(), Map.of("value", "30"), words());
        assertThat(rig.logged()).hasSize(1);
        assertThat(rig.intake.sources().get(0).accepted()).isEqualTo(1);
        assertThat(newest().standing().status()).isEqualTo(Status.REPAIRED);
    }

    @Test
    void rejectedAgainItStaysOpenForTheNewReasonAndTotalsStay() throws DeskRefused {
        hours("math-1", "x");
        assertThat(desk.repair(newest().id(), Map.of("value", "30", "subject", "math-9"), words()))
                .isEqualTo(new Resent(0, 1, 0));
        assertThat(newest().standing().reason()).isEqualTo(Reason.UNKNOWN_SUBJECT);
        assertThat(newest().rejection().reason()).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(rig.intake.open()).containsExactly(new OpenCount("lms", Reason.UNKNOWN_SUBJECT, 1));
        assertThat(rig.intake.sources().get(0).rejected()).isEqualTo(Map.of(Reason.NOT_A_NUMBER, 1L));
        assertThat(desk.repair(newest().id(), Map.of("subject", "高数"), words())).isEqualTo(new Resent(1, 0, 1));
        assertThat(rig.intake.sources().get(0).batches()).isEqualTo(1);
    }

    @Test
    void manyAreSentAgainAfterTheCatalogueWasPutRight() throws DeskRefused {
        StringBuilder body = new StringBuilder();
        for (int i = 1; i <= 1_300; i++) {
            body.append("{\"点\":\"course.hours\",\"subject\":\"math-1\",\"at\":\"2026-01-01\",\"学时\":\"")
                    .append(i)
                    .append("\",\"revision\":")
                    .append(i)
                    .append("}\n");
        }
        push("lms", Format.NDJSON, body.append("not json\n").toString());
        assertThat(rig.kept()).hasSize(1_301);
        SourceMapping standard = SourceMapping.standard("lms", "学习平台");
        SourceMapping mended = new SourceMapping(
                "lms",
                "学习平台",
                Optional.empty(),
                standard.points(),
                false,
                Optional.empty(),
                standard.subject(),
                standard.time(),
                List.of(new SourceMapping.Measure(
                        "{点}", Optional.of("学时"), Optional.empty(), Optional.empty(), Optional.empty(), false)),
                standard.revision(),
                Optional.empty(),
                Optional.empty());
        rig.catalogue = SmallCollege.mended("rules-2", mended);
        assertThat(desk.retry(Query.all(10_000).because(Reason.NO_POINT), words()))
                .isEqualTo(new Resent(1_300, 0, 1_300));
        assertThat(rig.logged()).hasSize(1_300);
        assertThat(desk.retry(Query.all(10_000), words())).isEqualTo(new Resent(0, 1, 0));
        assertThat(rig.intake.open()).containsExactly(new OpenCount("lms", Reason.UNREADABLE_ROW, 1));
    }

    @Test
    void aRowThatCouldNotBeTakenApartIsGivenWhole() throws DeskRefused {
        push("lms", Format.NDJSON, "{\"point\":\"course.hours\",");
        RejectionId id = newest().id();
        assertThatThrownBy(() -> desk.repair(id, Map.of(), words()))
                .isInstanceOfSatisfying(
                        DeskRefused.class, e -> assertThat(e.why()).isEqualTo(DeskRefused.Cause.NO_COLUMNS));
        Map<String, String> whole =
                Map.of("point", "course.hours", "subject", "math-1", "at", "2026-03-01", "value", "8");
        assertThat(desk.repair(id, whole, words())).isEqualTo(new Resent(1, 0, 1));
    }

    @Test
    void aLineKeepsItsTagsFieldsAndTime() throws DeskRefused {
        push("lms", Format.LINE_PROTOCOL, "# 说明\n\ncourse.hours,subject=math-9,room=A value=12 1772323200");
        Kept line = newest();
        assertThat(line.standing().columns())
                .isEqualTo(Map.of(
                        "_measurement",
                        "course.hours",
                        "subject",
                        "math-9",
                        "room",
                        "A",
                        "value",
                        "12",
                        "_time",
                        "2026-03-01T00:00:00Z"));
        desk.repair(line.id(), Map.of("subject", "math-1"), words());
        assertThat(rig.only().at()).isEqualTo(1_772_323_200_000L);
        assertThat(rig.only().row()).isEqualTo(3);
    }

    @Test
    void allThatIsWrongWithARowIsDealtWithTogether() throws DeskRefused {
        push(
                "sheet",
                Format.JSON,
                "{\"课程\":\"math\",\"班\":\"1\",\"日期\":\"2026/3/1\",\"出勤\":\"三\",\"应到\":\"5\",\"成绩\":\"优\"}");
        assertThat(rig.kept())
                .extracting(k -> k.rejection().reason())
                .containsOnly(Reason.NOT_A_NUMBER)
                .hasSize(2);
        RejectionId id = newest().id();
        assertThat(desk.repair(id, Map.of("出勤", "3"), words())).isEqualTo(new Resent(1, 1, 1));
        assertThat(rig.intake.open()).hasSize(1);
        RejectionId left = rig.kept().stream()
                .filter(k -> k.standing().status() == Status.OPEN)
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(desk.repair(left, Map.of("成绩", ""), words())).isEqualTo(new Resent(1, 0, 1));
        assertThat(rig.logged()).hasSize(1);
    }

    @Test
    void aRowIsNotSettledByBeingEmptied() throws DeskRefused {
        push("sheet", Format.JSON, "{\"课程\":\"math\",\"班\":\"1\",\"日期\":\"2026/3/1\",\"出勤\":\"x\",\"应到\":\"5\"}");
        assertThat(desk.repair(newest().id(), Map.of("出勤", "", "应到", ""), words()))
                .isEqualTo(new Resent(0, 1, 0));
        assertThat(newest().standing().reason()).isEqualTo(Reason.NO_VALUE);
    }

    @Test
    void dismissingNeedsAReasonAndKeepsTheRow() throws DeskRefused {
        hours("math-1", "x");
        assertThatThrownBy(() -> Words.of("王芳", " \n ")).isInstanceOf(DeskRefused.class);
        assertThatThrownBy(() -> Words.of("", "重复行")).isInstanceOf(DeskRefused.class);
        assertThatThrownBy(() -> Words.of("王芳", "长".repeat(501))).isInstanceOf(DeskRefused.class);
        Kept dismissed = desk.dismiss(newest().id(), Words.of(" 王芳 ", "重复行"));
        assertThat(newest()).isEqualTo(dismissed);
        assertThat(dismissed.standing().status()).isEqualTo(Status.DISMISSED);
        assertThat(rig.logged()).isEmpty();
        assertThat(rig.intake.open()).isEmpty();
        assertThatThrownBy(() -> desk.dismiss(new RejectionId(77, 1), words()))
                .isInstanceOfSatisfying(
                        DeskRefused.class, e -> assertThat(e.why()).isEqualTo(DeskRefused.Cause.UNKNOWN));
    }
}
