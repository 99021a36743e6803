package cn.zhengai.collector.rejection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.collector.Rig;
import cn.zhengai.collector.push.Format;
import cn.zhengai.collector.push.Gate;
import cn.zhengai.collector.push.PushDesk;
import cn.zhengai.collector.push.PushRequest;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.Intake.Query;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.RejectionStanding.Status;
import cn.zhengai.workbook.AnnotatedCopy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rejected rows leave as a workbook with every reason at its cell, and come back put right. */
class RejectionWorkbookTest {
    @TempDir
    Path folder;

    private final Rig rig = new Rig();
    private final RejectionDesk desk = new RejectionDesk(rig.desk, rig.log, rig.intake, rig.time);
    private final PushDesk push = new PushDesk(rig.desk, new Gate(4, 1 << 20), 1 << 20, rig.time);

    private void push(String source, Format format, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        push.push(
                new PushRequest(source, format, Optional.empty(), "s", false, false, new ByteArrayInputStream(bytes)));
    }

    private static String hours(String subject, String value) {
        return "{\"point\":\"course.hours\",\"subject\":\"" + subject + "\",\"at\":\"2026-03-01\",\"value\":\"" + value
                + "\",\"原因\":\"=1+1\"}";
    }

    private Path exported() throws IOException {
        Path file = folder.resolve("open.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            RejectionWorkbook.write(rig.intake.find(Query.all(100).standing(Status.OPEN)), desk::mappingOf, out);
        }
        return file;
    }

    private Path edited(Path file, String sheet, Consumer<XSSFSheet> edit) throws IOException {
        Path to = folder.resolve("edited.xlsx");
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(to)) {
            edit.accept(workbook.getSheet(sheet));
            workbook.write(out);
        }
        return to;
    }

    private static Cell cell(XSSFSheet sheet, String id, String column) {
        int place = -1;
        for (Cell head : sheet.getRow(0)) {
            if (head.getStringCellValue().equals(column)) {
                place = head.getColumnIndex();
            }
        }
        for (Row row : sheet) {
            if (row.getCell(0).getStringCellValue().equals(id)) {
                return row.getCell(place, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            }
        }
        throw new AssertionError("no row " + id);
    }

    private CorrectedWorkbook.Outcome send(Path file) throws IOException, DeskRefused {
        return CorrectedWorkbook.send(file, desk, Words.of("王芳", "核对原表"));
    }

    @Test
    void everyReasonStandsAtItsCell() throws IOException {
        push("lms", Format.NDJSON, hours("math-9", "30") + "\n" + hours("math-1", "三十") + "\n{不是 JSON}\n");
        push("office", Format.LINE_PROTOCOL, "course.attendance,subject=math-1 numerator=3,denominator=0 1772323200");
        try (InputStream in = Files.newInputStream(exported());
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            assertThat(workbook.getSheetName(0)).isEqualTo(AnnotatedCopy.RESULTS);
            XSSFSheet lms = workbook.getSheet("lms");
            assertThat(cell(lms, "R-1-1", "subject")
                            .getCellComment()
                            .getString()
                            .getString())
                    .contains("R-1-1", "math-9");
            assertThat(cell(lms, "R-1-2", "value").getCellComment().getString().getString())
                    .contains("三十");
            assertThat(cell(lms, "R-1-3", RejectionWorkbook.UNREAD).getStringCellValue())
                    .isEqualTo("{不是 JSON}");
            assertThat(lms.getSheetConditionalFormatting().getNumConditionalFormattings())
                    .isPositive();
            assertThat(cell(workbook.getSheet("office"), "R-2-1", "denominator").getCellComment())
                    .isNotNull();
        }
    }

    @Test
    void whatWasPutRightIsSentAndTheRestStays() throws IOException, DeskRefused {
        push(
                "lms",
                Format.NDJSON,
                hours("math-1", "三十") + "\n" + hours("math-1", "四十") + "\n" + hours("math-1", "五十") + "\n");
        Path file = edited(exported(), "lms", sheet -> {
            cell(sheet, "R-1-1", "value").setCellValue(30.5);
            cell(sheet, "R-1-2", "value").setCellValue("还是不对");
        });

        CorrectedWorkbook.Outcome outcome = send(file);

        assertThat(outcome.ours()).isTrue();
        assertThat(outcome.resent()).isEqualTo(new Resent(1, 1, 1));
        assertThat(outcome.unchanged()).isEqualTo(1);
        assertThat(outcome.refused()).isEmpty();
        assertThat(rig.only().position()).isEqualTo(Micros.position(30_500_000, false));
        assertThat(rig.logged().get(0).head().reason()).contains("补报（王芳）：核对原表");
        assertThat(rig.kept())
                .extracting(one -> one.standing().status())
                .containsExactly(Status.REPAIRED, Status.OPEN, Status.OPEN);
        assertThat(rig.kept().get(0).standing().columns())
                .as("the row's own column of our name")
                .containsEntry("原因", "=1+1");

        CorrectedWorkbook.Outcome again = send(file);
        assertThat(again.resent().readings()).isZero();
        assertThat(rig.logged()).hasSize(1);
    }

    @Test
    void aRowThatCouldNotBeTakenApartIsFilledInByHand() throws IOException, DeskRefused {
        push("lms", Format.NDJSON, hours("math-9", "30") + "\n{坏了}\n");
        Path file = edited(exported(), "lms", sheet -> {
            cell(sheet, "R-1-2", "point").setCellValue("course.hours");
            cell(sheet, "R-1-2", "subject").setCellValue("math-1");
            cell(sheet, "R-1-2", "at").setCellValue("2026-03-01");
            cell(sheet, "R-1-2", "value").setCellValue("12");
        });
        assertThat(send(file).resent()).isEqualTo(new Resent(1, 0, 1));
        assertThat(rig.only().row()).isEqualTo(2);
    }

    /** A row with two faulty measures is one line; putting both right settles both. */
    @Test
    void aRowWithSeveralRejectionsIsOneLine() throws IOException, DeskRefused {
        push(
                "sheet",
                Format.NDJSON,
                "{\"课程\":\"math\",\"班\":\"1\",\"日期\":\"2026/3/1\",\"出勤\":\"x\",\"应到\":\"40\",\"成绩\":\"y\"}");
        assertThat(rig.kept()).hasSize(2);
        Path file = edited(exported(), "sheet", sheet -> {
            assertThat(sheet.getLastRowNum()).isEqualTo(1);
            cell(sheet, "R-1-1", "出勤").setCellValue("38");
            cell(sheet, "R-1-1", "成绩").setCellValue("88");
        });
        assertThat(send(file).resent()).isEqualTo(new Resent(2, 0, 2));
        assertThat(rig.intake.open()).isEmpty();
    }

    @Test
    void anotherWorkbookSendsNothing() throws IOException, DeskRefused {
        Path file = folder.resolve("other.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("表").createRow(0).createCell(0).setCellValue("拒收编号");
            workbook.write(out);
        }
        assertThat(send(file).ours()).isFalse();
    }

    @Test
    void manySourcesAndReasonsKeepTheirRows() throws IOException {
        push("lms", Format.NDJSON, (hours("math-9", "1") + "\n").repeat(50));
        push("office", Format.NDJSON, hours("math-1", "2") + "\n");
        assertThat(rig.rejections()).extracting(r -> r.reason()).contains(Reason.FORBIDDEN_POINT);
        try (InputStream in = Files.newInputStream(exported());
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            assertThat(workbook.getSheet("lms").getLastRowNum()).isEqualTo(50);
            assertThat(List.of(workbook.getSheet("office").getLastRowNum())).containsExactly(1);
        }
    }
}
