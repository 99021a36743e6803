package cn.zhengai.workbook;

import cn.zhengai.workbook.Annotation.Mark;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The first sheet of an annotated copy: everything that was found, one row each, linked to its cell. */
final class ResultSheet {
    private static final String[] HEADER = {"序号", "级别", "位置", "问题与改法"};
    private static final int[] WIDTHS = {7, 8, 20, 110};
    private static final int CHARACTER = 256;
    private static final int TOP = 2;
    private static final int MOST_ROWS = 50_000;
    private static final int MOST_LINKS = 5_000;
    private static final float LINE = 16;
    private static final int MOST_LINES = 10;

    private final XSSFWorkbook workbook;
    private final XSSFSheet sheet;
    private final XSSFCellStyle text;
    private final XSSFCellStyle link;
    private final Map<Mark, XSSFCellStyle> marks = new EnumMap<>(Mark.class);

    private ResultSheet(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.sheet = workbook.createSheet(AnnotatedCopy.RESULTS);
        this.text = style(workbook.createFont());
        this.text.setWrapText(true);
        XSSFFont underlined = workbook.createFont();
        underlined.setUnderline(Font.U_SINGLE);
        underlined.setColor(IndexedColors.BLUE.getIndex());
        this.link = style(underlined);
        for (Mark mark : Mark.values()) {
            XSSFCellStyle coloured = style(workbook.createFont());
            coloured.setFillForegroundColor(Marks.colour(mark));
            coloured.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            marks.put(mark, coloured);
        }
    }

    static void write(XSSFWorkbook workbook, List<Annotation> annotations) {
        new ResultSheet(workbook).write(annotations);
    }

    private void write(List<Annotation> annotations) {
        head(annotations);
        int row = TOP;
        for (Annotation one : annotations.subList(0, Math.min(MOST_ROWS, annotations.size()))) {
            row(row++, one);
        }
        sheet.createFreezePane(0, TOP);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setAutoFilter(new CellRangeAddress(TOP - 1, Math.max(TOP - 1, row - 1), 0, HEADER.length - 1));
        workbook.setSheetOrder(AnnotatedCopy.RESULTS, 0);
        workbook.sheetIterator().forEachRemaining(each -> each.setSelected(false));
        workbook.setActiveSheet(0);
        workbook.setSelectedTab(0);
        workbook.setFirstVisibleTab(0);
    }

    private void head(List<Annotation> annotations) {
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.setColumnWidth(i, WIDTHS[i] * CHARACTER);
        }
        XSSFFont bold = workbook.createFont();
        bold.setBold(true);
        XSSFCellStyle heading = style(bold);
        XSSFCell summary = sheet.createRow(0).createCell(0);
        summary.setCellValue(summary(annotations));
        summary.setCellStyle(heading);
        XSSFCellStyle header = style(bold);
        header.setFillForegroundColor(new XSSFColor(new byte[] {(byte) 0xDD, (byte) 0xE7, (byte) 0xF3}, null));
        header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        XSSFRow row = sheet.createRow(TOP - 1);
        for (int i = 0; i < HEADER.length; i++) {
            XSSFCell cell = row.createCell(i);
            cell.setCellValue(HEADER[i]);
            cell.setCellStyle(header);
        }
    }

    private static String summary(List<Annotation> annotations) {
        long errors =
                annotations.stream().filter(one -> one.mark() == Mark.ERROR).count();
        String left = annotations.size() > MOST_ROWS ? "只列出前 " + MOST_ROWS + " 条。" : "";
        return "错误 " + errors + " 处，警告 " + (annotations.size() - errors) + " 处。" + left
                + "有问题的单元格已标色并加了批注；请直接在各表里改好，把这份文件再交一次，本表不用删。";
    }

    private void row(int number, Annotation one) {
        XSSFRow row = sheet.createRow(number);
        cell(row, 0, text).setCellValue((double) number - TOP + 1);
        cell(row, 1, marks.getOrDefault(one.mark(), text))
                .setCellValue(one.mark().chinese());
        XSSFCell place = cell(row, 2, text);
        place.setCellValue(place(one));
        if (number < MOST_LINKS && workbook.getSheet(one.sheet()) != null) {
            XSSFHyperlink to = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            CellName target = new CellName(Math.max(1, one.row()), Math.max(1, one.column()));
            to.setAddress("'" + one.sheet().replace("'", "''") + "'!" + target);
            place.setHyperlink(to);
            place.setCellStyle(link);
        }
        cell(row, 3, text).setCellValue(one.sentence());
        int lines = 1 + (one.sentence().length() * 2) / WIDTHS[3];
        row.setHeightInPoints(LINE * Math.min(MOST_LINES, lines));
    }

    private static String place(Annotation one) {
        if (one.row() == 0) {
            return one.sheet().isEmpty() ? "整个工作簿" : one.sheet();
        }
        return one.column() == 0
                ? one.sheet() + " 第 " + one.row() + " 行"
                : one.sheet() + "!" + new CellName(one.row(), one.column());
    }

    private static XSSFCell cell(XSSFRow row, int column, XSSFCellStyle style) {
        XSSFCell cell = row.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }

    private XSSFCellStyle style(XSSFFont font) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }
}
