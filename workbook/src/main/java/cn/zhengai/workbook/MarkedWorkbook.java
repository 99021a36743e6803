package cn.zhengai.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook of our own with marks as in an {@link AnnotatedCopy}. Held in memory: about 1 KB a cell. */
public final class MarkedWorkbook {
    private static final int CHARACTER = 256;
    private static final int NARROW = 10;
    private static final int WIDE = 40;

    private MarkedWorkbook() {}

    /** @param annotations in the order in which they are to be listed */
    public static void write(List<TextSheet> sheets, List<Annotation> annotations, OutputStream out)
            throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFFont bold = workbook.createFont();
            bold.setBold(true);
            bold.setUnderline(Font.U_NONE);
            XSSFCellStyle head = workbook.createCellStyle();
            head.setFont(bold);
            XSSFCellStyle text = workbook.createCellStyle();
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            for (TextSheet one : sheets) {
                fill(workbook.createSheet(one.name()), one, head, text);
            }
            AnnotatedCopy.annotate(workbook, annotations);
            workbook.write(out);
        }
    }

    private static void fill(XSSFSheet sheet, TextSheet from, XSSFCellStyle head, XSSFCellStyle text) {
        int[] widest = new int[from.rows().stream().mapToInt(List::size).max().orElse(0)];
        for (int i = 0; i < from.rows().size(); i++) {
            XSSFRow row = sheet.createRow(i);
            List<String> cells = from.rows().get(i);
            for (int j = 0; j < cells.size(); j++) {
                XSSFCell cell = row.createCell(j);
                cell.setCellStyle(i == 0 ? head : text);
                cell.setCellValue(cells.get(j));
                widest[j] = Math.max(widest[j], cells.get(j).length());
            }
        }
        for (int j = 0; j < widest.length; j++) {
            sheet.setColumnWidth(j, Math.max(NARROW, Math.min(WIDE, widest[j] * 2)) * CHARACTER);
        }
        sheet.createFreezePane(0, 1);
    }
}
