package cn.zhengai.assessment.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * One sheet, row by row, under a frozen header. Every text is a text cell, so a name that looks like a formula stays a
 * name. Rows go out as they come; what a sheet cannot hold is counted and said in its last row.
 */
final class SheetWriter {
    /** Rows of a sheet in Excel. */
    private static final int EXCEL_ROWS = 1_048_576;

    /** Characters of a cell in Excel. */
    private static final int EXCEL_CELL = 32_767;

    private static final String TOO_LONG = "……（过长，完整内容请导出 JSON）";
    private static final int ROWS_IN_MEMORY = 1000;
    private final Worksheet sheet;
    private final int rows;
    private int row;
    private long left;

    SheetWriter(Workbook workbook, String name, List<Column> columns) {
        this(workbook, name, columns, EXCEL_ROWS);
    }

    /** @param rows header and closing remark included */
    SheetWriter(Workbook workbook, String name, List<Column> columns, int rows) {
        this.sheet = workbook.newWorksheet(name);
        this.rows = rows;
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, columns.get(i).width());
            sheet.value(0, i, columns.get(i).title());
        }
        sheet.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .fillColor("DCE6F1")
                .wrapText(true)
                .set();
        sheet.freezePane(0, 1);
        row = 1;
    }

    /** A column. */
    record Column(String title, int width) {}

    /** Cells are numbers, texts, or absent. */
    void add(List<Optional<?>> cells) throws IOException {
        if (row >= rows - 1) {
            left++;
            return;
        }
        for (int i = 0; i < cells.size(); i++) {
            put(i, cells.get(i));
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private void put(int column, Optional<?> cell) {
        Object value = cell.isPresent() ? cell.get() : "";
        if (value instanceof BigDecimal decimal) {
            sheet.value(row, column, decimal);
            sheet.style(row, column).format(decimal.scale() > 0 ? "0.00" : "0").set();
        } else if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (!value.toString().isEmpty()) {
            sheet.inlineString(row, column, fitting(value.toString()));
        }
    }

    private static String fitting(String text) {
        return text.length() <= EXCEL_CELL ? text : text.substring(0, EXCEL_CELL - TOO_LONG.length()) + TOO_LONG;
    }

    void finish() throws IOException {
        if (left > 0) {
            sheet.inlineString(row, 0, "工作表已满，另有 " + left + " 行未列出；完整内容请导出 JSON");
        }
        sheet.finish();
    }
}
