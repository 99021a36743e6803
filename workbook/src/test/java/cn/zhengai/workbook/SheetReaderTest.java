package cn.zhengai.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.workbook.Cell.Kind;
import cn.zhengai.workbook.UnreadableWorkbook.Why;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetReaderTest {
    @TempDir
    private Path folder;

    private Path file(Consumer<XSSFWorkbook> contents) throws IOException {
        Path file = folder.resolve("w.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            contents.accept(workbook);
            workbook.write(out);
        }
        return file;
    }

    private static List<SheetRow> rows(Path file, String sheet) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        try (SheetReader reader = SheetReader.open(file)) {
            reader.read(sheet, rows::add);
        }
        return rows;
    }

    private static CellStyle style(XSSFWorkbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private static void put(XSSFRow row, double value, CellStyle style) {
        int column = Math.max(0, row.getLastCellNum());
        row.createCell(column).setCellValue(value);
        row.getCell(column).setCellStyle(style);
    }

    @Test
    void everyKindOfCellSaysWhatItShows() throws IOException {
        Path file = file(workbook -> {
            XSSFRow row = workbook.createSheet("表").createRow(4);
            row.createCell(0).setCellValue(" ９８％ ");
            row.createCell(1).setCellValue(0.1 + 0.2);
            row.createCell(2).setCellValue(1.23456789012E11);
            row.createCell(3).setCellValue(true);
            put(row, 0.985, style(workbook, "0.00%"));
            put(row, 46266, style(workbook, "yyyy\"年\"m\"月\"d\"日\""));
            put(row, 46266.354166666664, style(workbook, "yyyy/m/d h:mm"));
            put(row, 0.25, style(workbook, "h:mm"));
            put(row, 1234.5, style(workbook, "#,##0.00_);[Red](#,##0.00)"));
            row.createCell(9).setCellFormula("B5*10");
            row.createCell(10).setCellFormula("1/0");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        SheetRow row = rows(file, "表").get(0);
        assertThat(row.number()).isEqualTo(5);
        assertThat(row.cell(1)).contains(new Cell(" ９８％ ", Kind.TEXT, false));
        assertThat(row.text(1)).isEqualTo("98%");
        assertThat(row.cell(2)).contains(new Cell("0.3", Kind.NUMBER, false));
        assertThat(row.cell(3)).contains(new Cell("123456789012", Kind.NUMBER, false));
        assertThat(row.cell(4)).contains(new Cell("true", Kind.TRUTH, false));
        assertThat(row.cell(5)).contains(new Cell("98.5%", Kind.PERCENT, false));
        assertThat(row.cell(6)).contains(new Cell("2026-09-01", Kind.DATE, false));
        assertThat(row.cell(7)).contains(new Cell("2026-09-01T08:30:00", Kind.DATE, false));
        assertThat(row.cell(8)).contains(new Cell("06:00:00", Kind.DATE, false));
        assertThat(row.cell(9)).contains(new Cell("1234.5", Kind.NUMBER, false));
        assertThat(row.cell(10)).contains(new Cell("3", Kind.NUMBER, false));
        assertThat(row.cell(11)).contains(new Cell("#DIV/0!", Kind.FAULT, false));
        assertThat(row.cell(12)).isEmpty();
        assertThat(row.cell(0)).isEmpty();
    }

    @Test
    void datesOfTheOldMacintoshCountFrom1904() throws IOException {
        Path file = file(workbook -> {
            workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            XSSFRow row = workbook.createSheet("表").createRow(0);
            put(row, 44804, style(workbook, "yyyy-mm-dd"));
        });
        assertThat(rows(file, "表").get(0).text(1))
                .isEqualTo(LocalDate.of(2026, 9, 1).toString());
    }

    @Test
    void mergedAreasAreFilledFromTheirFirstCell() throws IOException {
        Path file = file(workbook -> {
            XSSFSheet sheet = workbook.createSheet("表");
            XSSFRow top = sheet.createRow(0);
            top.createCell(0).setCellValue("三个值");
            sheet.createRow(1).createCell(1).setCellValue("own");
            sheet.createRow(2).createCell(3).setCellValue("x");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
        });
        List<SheetRow> rows = rows(file, "表");
        assertThat(rows.get(0).cell(1)).contains(new Cell("三个值", Kind.TEXT, false));
        assertThat(rows.get(0).cell(3)).contains(new Cell("三个值", Kind.TEXT, true));
        assertThat(rows.get(0).cell(4)).isEmpty();
        assertThat(rows.get(2).cell(2)).contains(new Cell("own", Kind.TEXT, true));
    }

    @Test
    void aRowThatOnlyRepeatsIsBlank() throws IOException {
        Path file = file(workbook -> {
            XSSFSheet sheet = workbook.createSheet("表");
            sheet.createRow(0).createCell(0).setCellValue("a");
            sheet.createRow(1).createCell(0).setCellValue("");
            sheet.createRow(2).createCell(0).setCellValue("\u3000");
            sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 0));
        });
        assertThat(rows(file, "表")).extracting(SheetRow::isBlank).containsExactly(false, true, true);
    }

    @Test
    void whatIsNoWorkbookIsRefusedWithAReason() throws IOException {
        Path file = folder.resolve("x.xlsx");
        assertThat(refusal(file)).isEqualTo(Why.MISSING);
        Files.write(file, new byte[0]);
        assertThat(refusal(file)).isEqualTo(Why.EMPTY);
        Files.writeString(file, "id,name\n1,甲\n");
        assertThat(refusal(file)).isEqualTo(Why.NOT_XLSX);
        Files.write(
                file,
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
        assertThat(refusal(file)).isEqualTo(Why.OLD_XLS);
    }

    private static Why refusal(Path file) throws IOException {
        try (SheetReader reader = SheetReader.open(file)) {
            throw new AssertionError("opened " + reader.sheets());
        } catch (UnreadableWorkbook refused) {
            assertThat(refused).hasMessage(refused.why().chinese());
            return refused.why();
        }
    }

    /** Any cut of a workbook is refused or read; nothing else comes out of it. */
    @Test
    void aFileCutShortIsRefused() throws IOException {
        Path file = file(workbook -> {
            XSSFSheet sheet = workbook.createSheet("表");
            for (int i = 0; i < 200; i++) {
                sheet.createRow(i).createCell(0).setCellValue("第 " + i * 7919 + " 行");
            }
        });
        byte[] whole = Files.readAllBytes(file);
        for (int length = 10; length < whole.length - 1; length += whole.length / 40) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> rows(file, "表")).isInstanceOf(UnreadableWorkbook.class);
        }
    }

    @Test
    void timesKeepTheirSeconds() throws IOException {
        Path file = file(workbook -> {
            XSSFRow row = workbook.createSheet("表").createRow(0);
            row.createCell(0).setCellValue(LocalDateTime.of(2026, 9, 1, 8, 30, 15));
            row.getCell(0).setCellStyle(style(workbook, "yyyy-mm-dd hh:mm:ss"));
        });
        assertThat(rows(file, "表").get(0).text(1)).isEqualTo("2026-09-01T08:30:15");
    }
}
