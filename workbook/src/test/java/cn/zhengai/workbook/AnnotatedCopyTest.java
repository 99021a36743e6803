package cn.zhengai.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.workbook.Annotation.Mark;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotatedCopyTest {
    private static final Annotation BAD_NUMBER = new Annotation("数据", 2, 2, Mark.ERROR, "不是数字；请填数字。");

    @TempDir
    private Path folder;

    private Path original;

    @BeforeEach
    void aWorkbookWithItsOwnColoursAndComments() throws Exception {
        original = folder.resolve("o.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(original)) {
            XSSFSheet sheet = workbook.createSheet("数据");
            XSSFCellStyle green = workbook.createCellStyle();
            green.setFillForegroundColor(IndexedColors.GREEN.getIndex());
            green.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            for (int row = 0; row < 3; row++) {
                sheet.createRow(row);
                for (int column = 0; column < 3; column++) {
                    XSSFCell cell = sheet.getRow(row).createCell(column);
                    cell.setCellValue(row + "/" + column);
                    cell.setCellStyle(green);
                }
            }
            XSSFComment comment =
                    sheet.createDrawingPatriarch().createCellComment(new XSSFClientAnchor(0, 0, 0, 0, 3, 2, 5, 4));
            comment.setString("本人的批注");
            comment.setAddress(new CellAddress("C3"));
            workbook.write(out);
        }
    }

    private Path annotate(Path file, String name, List<Annotation> annotations) throws Exception {
        Path copy = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(copy)) {
            AnnotatedCopy.write(file, annotations, out);
        }
        return copy;
    }

    private static String comment(XSSFSheet sheet, String at) {
        XSSFComment comment = sheet.getCellComment(new CellAddress(at));
        return comment == null ? "" : comment.getString().getString();
    }

    @Test
    void cellsAreMarkedAndListedAndThePersonsOwnThingsStay() throws Exception {
        Annotation also = new Annotation("数据", 3, 3, Mark.WARNING, "偏大。");
        Annotation nowhere = new Annotation("没有的表", 1, 1, Mark.ERROR, "缺表。");
        Path copy = annotate(original, "c.xlsx", List.of(BAD_NUMBER, also, nowhere));
        try (XSSFWorkbook workbook = new XSSFWorkbook(copy.toFile())) {
            XSSFSheet data = workbook.getSheet("数据");
            assertThat(comment(data, "B2")).isEqualTo("【检查】错误：不是数字；请填数字。");
            assertThat(comment(data, "C3")).isEqualTo("本人的批注\n【检查】警告：偏大。");
            assertThat(data.getSheetConditionalFormatting().getNumConditionalFormattings())
                    .isEqualTo(2);
            assertThat(data.getRow(1).getCell(1).getCellStyle().getFillForegroundColor())
                    .isEqualTo(IndexedColors.GREEN.getIndex());
            XSSFSheet results = workbook.getSheetAt(0);
            assertThat(results.getSheetName()).isEqualTo(AnnotatedCopy.RESULTS);
            assertThat(results.getRow(0).getCell(0).getStringCellValue()).startsWith("错误 2 处，警告 1 处。");
            assertThat(results.getRow(2).getCell(2).getHyperlink().getAddress()).isEqualTo("'数据'!B2");
            assertThat(results.getRow(2).getCell(3).getStringCellValue()).isEqualTo("不是数字；请填数字。");
            assertThat(results.getRow(4).getCell(2).getHyperlink()).isNull();
        }
    }

    @Test
    void aCopyOfACopyHasTheNewMarksOnlyAndReadsLikeTheOriginal() throws Exception {
        Path first = annotate(original, "1.xlsx", List.of(BAD_NUMBER, new Annotation("数据", 3, 3, Mark.ERROR, "旧。")));
        Path second = annotate(first, "2.xlsx", List.of(new Annotation("数据", 1, 0, Mark.WARNING, "整行。")));
        try (XSSFWorkbook workbook = new XSSFWorkbook(second.toFile())) {
            XSSFSheet data = workbook.getSheet("数据");
            assertThat(comment(data, "B2")).isEmpty();
            assertThat(comment(data, "C3")).isEqualTo("本人的批注");
            assertThat(data.getSheetConditionalFormatting().getNumConditionalFormattings())
                    .isEqualTo(1);
            assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
        }
        try (SheetReader reader = SheetReader.open(second)) {
            assertThat(reader.sheets()).containsExactly("数据");
        }
    }

    @Test
    void manyFaultsGetColoursAndOnlySoManyComments() throws Exception {
        List<Annotation> many = IntStream.rangeClosed(1, AnnotatedCopy.MOST_COMMENTS + 500)
                .mapToObj(row -> new Annotation("数据", row, 1, Mark.ERROR, "第 " + row + " 行。"))
                .toList();
        Path copy = annotate(original, "m.xlsx", many);
        try (XSSFWorkbook workbook = new XSSFWorkbook(copy.toFile())) {
            XSSFSheet data = workbook.getSheet("数据");
            assertThat(data.getCellComments()).hasSize(AnnotatedCopy.MOST_COMMENTS + 1);
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(many.size() + 1);
        }
    }
}
