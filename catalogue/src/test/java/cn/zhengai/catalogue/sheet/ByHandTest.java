package cn.zhengai.catalogue.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.catalogue.CatalogueReading;
import cn.zhengai.catalogue.CatalogueWorkbook;
import cn.zhengai.catalogue.finding.Finding;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Patience;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do to a workbook, and what is said about what they do wrong. */
class ByHandTest {
    @TempDir
    private Path folder;

    private Hand hand;

    @BeforeEach
    void aWorkbook() throws IOException {
        hand = new Hand(folder);
    }

    private CatalogueReading after(Consumer<XSSFWorkbook> changes) throws IOException {
        hand.edit(changes);
        return CatalogueWorkbook.read(hand.file()).reading();
    }

    private static XSSFCell point(XSSFWorkbook workbook, String id, String header) {
        return Hand.cell(workbook, "质控点", id, header);
    }

    @Test
    void fullWidthChineseWordsPercentagesAndSpacesAreUnderstood() throws IOException {
        CatalogueReading reading = after(workbook -> {
            point(workbook, "course.attendance", "目标值").setCellValue(" ≥　９８ ");
            point(workbook, "course.attendance", "标准值").setCellValue("不低于95");
            point(workbook, "course.attendance", "预警值").setCellValue("低于 ９０%");
            XSSFCell percent = point(workbook, "course.pass-rate", "标准值");
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat("0%"));
            percent.setCellValue(0.86);
            percent.setCellStyle(style);
            point(workbook, "course.mean-score", "目标值").setCellValue("76～84");
            point(workbook, "course.mean-score", "预警值").setCellValue("不在 60-95 之内");
            point(workbook, "course.attendance", "方向").setCellValue("higher");
            point(workbook, "course.attendance", "持续多久发出").setCellValue("２次 且 3天");
            point(workbook, "course.attendance", "责任单位").setCellValue("教务处");
            point(workbook, "course.attendance", "启用").setCellValue("√");
        });
        assertThat(reading.findings()).isEmpty();
        Catalogue catalogue = reading.catalogue().orElseThrow();
        assertThat(lines(catalogue, "course.attendance")).isEqualTo(">= 98 >= 95 < 90");
        assertThat(lines(catalogue, "course.pass-rate")).contains(">= 86");
        assertThat(lines(catalogue, "course.mean-score")).startsWith("76..84").endsWith("outside 60..95");
        assertThat(catalogue.points().get("course.attendance").watch().hold())
                .isEqualTo(new Patience(2, Duration.ofDays(3)));
        assertThat(catalogue.points().get("course.attendance").owner()).contains("jwc");
    }

    private static String lines(Catalogue catalogue, String point) {
        var lines = catalogue.points().get(point).versions().get(0).lines();
        return lines.target() + " " + lines.standard() + " " + lines.warning();
    }

    @Test
    void titlesEmptyRowsMovedColumnsAndTextDatesDoNotMatter() throws IOException {
        Catalogue before =
                CatalogueWorkbook.read(hand.file()).reading().catalogue().orElseThrow();
        CatalogueReading reading = after(workbook -> {
            XSSFSheet cycles = workbook.getSheet("周期");
            for (int i = 1; i <= cycles.getLastRowNum(); i++) {
                XSSFCell from = cycles.getRow(i).getCell(3);
                LocalDate day = from.getLocalDateTimeCellValue().toLocalDate();
                cycles.getRow(i).removeCell(from);
                cycles.getRow(i)
                        .createCell(3)
                        .setCellValue(day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日");
            }
            XSSFSheet units = workbook.getSheet("单位");
            units.shiftRows(4, units.getLastRowNum(), 3);
            units.shiftRows(0, units.getLastRowNum(), 2);
            units.createRow(0).createCell(0).setCellValue("海棠职业学院组织机构一览");
            units.addMergedRegion(new CellRangeAddress(0, 0, 0, 6));
            XSSFSheet sources = workbook.getSheet("取数");
            for (int i = 0; i <= sources.getLastRowNum(); i++) {
                XSSFRow row = sources.getRow(i);
                XSSFCell first = row.getCell(0);
                XSSFCell last = row.createCell(20);
                last.setCellValue(first.getStringCellValue());
                row.removeCell(first);
            }
        });
        assertThat(reading.findings()).isEmpty();
        Catalogue now = reading.catalogue().orElseThrow();
        assertThat(now.cycles()).isEqualTo(before.cycles());
        assertThat(now.tree().units()).isEqualTo(before.tree().units());
        assertThat(now.sources()).isEqualTo(before.sources());
    }

    @Test
    void faultsAreToldAtTheirCellsInTheWordsOfTheWorkbook() throws IOException {
        CatalogueReading reading = after(workbook -> {
            point(workbook, "course.attendance", "方向").setCellValue("越多越好");
            point(workbook, "course.pass-rate", "采集频率").setBlank();
            point(workbook, "course.excellent-rate", "权重").setCellFormula("1/0");
            Hand.cell(workbook, "单位", "jwc", "上级单位").setCellValue("nobody");
            Hand.cell(workbook, "学校", "校名", "内容").setBlank();
            workbook.getSheet("质控点").getRow(0).createCell(40).setCellValue("备注");
            workbook.createSheet("草稿");
            workbook.getSheet("三值版本").createRow(1).createCell(0).setCellValue("course.attendence");
            workbook.removeSheetAt(workbook.getSheetIndex("周期"));
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        assertThat(reading.catalogue()).isEmpty();
        assertThat(reading.findings())
                .extracting(Finding::toString)
                .anyMatch(s -> s.startsWith("质控点!H2: 错误 [not-a-choice] 方向 的值“越多越好”不在可选范围内；可以写：越高越好、越低越好、区间最好"))
                .anyMatch(s -> s.startsWith("质控点!J4: 错误 [missing-key]") && s.contains("采集频率"))
                .anyMatch(s -> s.startsWith("质控点!K5: 错误 [wrong-type] 公式算不出结果（#DIV/0!）"))
                .anyMatch(s -> s.startsWith("单位!D") && s.contains("nobody"))
                .anyMatch(s -> s.startsWith("质控点!AO1: 警告 [unexpected-file] 多出的一列“备注”没有读取"))
                .anyMatch(s -> s.startsWith("草稿: 警告 [unexpected-file] 工作表“草稿”不属于目录"))
                .anyMatch(s -> s.startsWith("三值版本!A2: 错误 [unknown-parent] “质控点”表里没有编号“course.attendence”"))
                .anyMatch(s -> s.startsWith(".: 错误 [missing-file] 缺少工作表“周期”"));
    }

    @Test
    void theAnnotatedCopyCanBeMendedAndIsThenClean() throws IOException {
        CatalogueReading faulty =
                after(workbook -> point(workbook, "course.attendance", "方向").setCellValue("越多越好"));
        Path copy = folder.resolve("copy.xlsx");
        try (OutputStream out = Files.newOutputStream(copy)) {
            CatalogueWorkbook.annotate(hand.file(), faulty.findings(), out);
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(copy))) {
            assertThat(workbook.getSheetAt(0).getSheetName()).isEqualTo("检查结果");
            assertThat(workbook.getSheet("质控点")
                            .getCellComment(new CellAddress("H2"))
                            .getString()
                            .getString())
                    .startsWith("【检查】错误：方向 的值“越多越好”不在可选范围内");
        }
        Files.copy(copy, hand.file(), StandardCopyOption.REPLACE_EXISTING);
        CatalogueReading mended =
                after(workbook -> point(workbook, "course.attendance", "方向").setCellValue("越高越好"));
        assertThat(mended.findings()).isEmpty();
        assertThat(mended.catalogue()).isPresent();
    }

    @Test
    void aNewerTemplateAndWhatIsNoWorkbookAreRefused() throws IOException {
        CatalogueReading newer =
                after(workbook -> workbook.getSheet("说明").getRow(1).getCell(1).setCellValue(2));
        assertThat(newer.findings())
                .singleElement()
                .asString()
                .startsWith("说明: 错误 [unreadable] 这份工作簿的模板版本是 2，本程序只认识到 1");
        Files.writeString(hand.file(), "not a workbook");
        List<Finding> findings = CatalogueWorkbook.read(hand.file()).reading().findings();
        assertThat(findings).singleElement().asString().startsWith(".: 错误 [unreadable] 这不是 xlsx 工作簿");
    }
}
