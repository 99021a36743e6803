package cn.zhengai.collector.file;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.collector.Rig;
import cn.zhengai.collector.SmallCollege;
import cn.zhengai.collector.file.FileOutcome.Status;
import cn.zhengai.collector.rejection.DeskRefused;
import cn.zhengai.collector.rejection.RejectionDesk;
import cn.zhengai.collector.rejection.Words;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.SourceMapping.Drop;
import cn.zhengai.core.catalogue.SourceMapping.Measure;
import cn.zhengai.core.catalogue.SourceMapping.Sheet;
import cn.zhengai.core.catalogue.SourceMapping.Template;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.RejectionId;
import cn.zhengai.workbook.AnnotatedCopy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks as offices fill them in: taken row by row, answered at the cell, and only changes sent. */
class WorkbookIntakeTest {
    @TempDir
    Path dir;

    private final Rig rig = new Rig(SmallCollege.catalogue(source()));
    private final FileImport imports =
            new FileImport(new FileIntake(rig.desk, Optional.of(rig.readings)), Optional.empty());

    private static SourceMapping source() {
        Sheet sheet = new Sheet("成绩*", 0, new Template("A1", "成绩表 V2"), List.of("%", "分"), List.of("合计*"));
        return new SourceMapping(
                "book",
                "成绩表",
                Optional.empty(),
                Set.of(),
                false,
                Optional.empty(),
                "{课程编号}",
                new SourceMapping.Time("日期", "iso"),
                List.of(new Measure(
                        "course.score",
                        Optional.of("及格率"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false)),
                Optional.empty(),
                Optional.of(new Drop("成绩-*.xlsx", "auto", ',', sheet)),
                Optional.empty());
    }

    private Path book(String name, String version, Consumer<XSSFSheet> rows) throws IOException {
        Path file = dir.resolve(name);
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("说明").createRow(0).createCell(0).setCellValue("填写说明");
            XSSFSheet sheet = workbook.createSheet("成绩 2026");
            row(sheet, 0, version);
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
            row(sheet, 2, "课程\n编号", "日期", "备注", "及格率");
            rows.accept(sheet);
            workbook.write(out);
        }
        return file;
    }

    private static XSSFRow row(XSSFSheet sheet, int number, Object... cells) {
        XSSFRow row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Double value) {
                row.createCell(i).setCellValue(value);
            } else if (!cells[i].equals("")) {
                row.createCell(i).setCellValue(cells[i].toString());
            }
        }
        return row;
    }

    private static void usual(XSSFSheet sheet) {
        CellStyle percent = sheet.getWorkbook().createCellStyle();
        percent.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("0.0%"));
        row(sheet, 3, "math-1", "2026年3月1日", "", 0.95).getCell(3).setCellStyle(percent);
        sheet.addMergedRegion(new CellRangeAddress(3, 4, 0, 0));
        row(sheet, 4, "", "2026/3/2", "", "９６．５％");
        row(sheet, 5, "nursing-2", 20260301.0, "", "95 %");
        row(sheet, 7, "合计", "", "", 3.0);
        row(sheet, 8, "填表人：张三", "", "", "");
    }

    private FileOutcome take(Path file) throws IOException {
        return imports.run(file, Optional.empty(), false, Progress.UNSEEN).get(0);
    }

    private List<Long> values() {
        return rig.logged().stream()
                .map(Logged::reading)
                .map(r -> r.position() / 2)
                .toList();
    }

    @Test
    void cellsAreReadAsPeopleMeanThem() throws IOException {
        FileOutcome outcome = take(book("成绩-1.xlsx", "成绩表 V2", WorkbookIntakeTest::usual));
        assertThat(outcome.status()).as(outcome.sentence()).isEqualTo(Status.TAKEN);
        assertThat(outcome.rejected()).as(rig.rejections().toString()).isZero();
        assertThat(values()).containsExactlyInAnyOrder(95 * Micros.ONE, 96_500_000L, 95 * Micros.ONE);
        assertThat(rig.logged()).extracting(l -> l.reading().row()).containsExactlyInAnyOrder(4, 5, 6);
        assertThat(rig.logged()).extracting(l -> l.reading().series().subject()).contains("nursing-2", "math-1");
    }

    @Test
    void anotherTemplateIsRefused() throws IOException {
        FileOutcome outcome = take(book("成绩-1.xlsx", "成绩表 V1", WorkbookIntakeTest::usual));
        assertThat(outcome.status()).isEqualTo(Status.REFUSED);
        assertThat(outcome.sentence()).contains("模板版本不符", "A1", "成绩表 V2", "成绩表 V1");
        assertThat(rig.logged()).isEmpty();
    }

    @Test
    void aCorrectedFileSendsWhatChanged() throws IOException {
        take(book("成绩-1.xlsx", "成绩表 V2", WorkbookIntakeTest::usual));
        FileOutcome again = take(book("成绩-2.xlsx", "成绩表 V2", sheet -> {
            usual(sheet);
            row(sheet, 5, "nursing-2", 20260301.0, "", "97%");
            row(sheet, 6, "nursing-2", "2026-03-05", "", "80%");
        }));
        assertThat(again.sentence()).contains("接收 2 条", "新增 1 条", "更正 1 条", "未变 2 条");
        assertThat(rig.appended()).isEqualTo(5);
        FileOutcome same = take(book("成绩-3.xlsx", "成绩表 V2", sheet -> {
            usual(sheet);
            row(sheet, 5, "nursing-2", 20260301.0, "", "97%");
        }));
        assertThat(same.sentence()).contains("接收 0 条", "未变 3 条");
        assertThat(rig.appended()).isEqualTo(5);
    }

    @Test
    void rejectedRowsComeBackMarkedAtTheirCells() throws IOException {
        Path rejected = dir.resolve("out");
        Path file = book("成绩-1.xlsx", "成绩表 V2", sheet -> {
            usual(sheet);
            row(sheet, 5, "math-9", "2026-03-01", "", "95%");
            row(sheet, 6, "math-1", "三月", "", "九十五");
        });
        FileOutcome outcome = new FileImport(new FileIntake(rig.desk, Optional.of(rig.readings)), Optional.of(rejected))
                .run(file, Optional.empty(), false, Progress.UNSEEN)
                .get(0);
        assertThat(rig.rejections())
                .extracting(r -> r.reason())
                .containsExactly(Reason.UNKNOWN_SUBJECT, Reason.BAD_INSTANT);
        assertThat(outcome.sentence()).contains("批注副本");
        try (InputStream in = Files.newInputStream(rejected.resolve("成绩-1.xlsx.rejected.xlsx"));
                XSSFWorkbook copy = new XSSFWorkbook(in)) {
            assertThat(copy.getSheetName(0)).isEqualTo(AnnotatedCopy.RESULTS);
            XSSFSheet sheet = copy.getSheet("成绩 2026");
            assertThat(sheet.getRow(5).getCell(0).getCellComment().getString().getString())
                    .contains("math-9");
            assertThat(sheet.getRow(6).getCell(1).getCellComment().getString().getString())
                    .contains("三月");
        }
    }

    @Test
    void aRejectedRowIsSentAgainAsTheWorkbookWouldBeRead() throws IOException, DeskRefused {
        take(book("成绩-1.xlsx", "成绩表 V2", sheet -> row(sheet, 3, "math-9", "2026年3月1日", "", "９５分")));
        RejectionDesk desk = new RejectionDesk(rig.desk, rig.log, rig.intake, rig.time);
        RejectionId id = rig.kept().get(0).id();
        assertThat(desk.repair(id, Map.of("课程编号", "math-1"), Words.of("王芳", "编号写错"))
                        .repaired())
                .as(rig.kept().toString())
                .isEqualTo(1);
        assertThat(values()).containsExactly(95 * Micros.ONE);
        assertThat(rig.only().at()).isEqualTo(1_772_294_400_000L);
    }

    @Test
    void aSheetWithoutTheHeaderIsRefusedAndSaysWhatIsNearest() throws IOException {
        Path file = book("成绩-1.xlsx", "成绩表 V2", sheet -> row(sheet, 2, "课程编号", "日期", "备注", "合格率"));
        FileOutcome outcome = take(file);
        assertThat(outcome.status()).isEqualTo(Status.REFUSED);
        assertThat(outcome.sentence()).contains("找不到表头", "第 3 行", "及格率");
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        Path file = Files.writeString(dir.resolve("成绩-1.xlsx"), "课程,日期\n");
        assertThat(take(file).status()).isEqualTo(Status.REFUSED);
    }
}
