package cn.zhengai.workbook;

import cn.zhengai.workbook.Annotation.Mark;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFPatternFormatting;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;

/** The marks on one sheet: colours as conditional formats that always hold, sentences as comments. */
final class Marks {
    /** Begins what we say in a comment; what a person wrote before it stays. */
    private static final String SAID = "【检查】";

    private static final String AUTHOR = "诊改检查";
    private static final int RANGES_A_RULE = 200;
    private static final int LINE = 22;
    private static final int WIDE = 4;
    private static final int TALLEST = 20;
    private static final Map<Mark, byte[]> COLOURS = Map.of(
            Mark.ERROR, new byte[] {(byte) 0xFF, (byte) 0xB3, (byte) 0xB3},
            Mark.WARNING, new byte[] {(byte) 0xFF, (byte) 0xE6, (byte) 0x99});

    private final XSSFSheet sheet;

    Marks(XSSFSheet sheet) {
        this.sheet = sheet;
    }

    static XSSFColor colour(Mark mark) {
        return new XSSFColor(COLOURS.get(mark), null);
    }

    private static String rule(Mark mark) {
        return "LEN(\"" + AUTHOR + mark.chinese() + "\")>0";
    }

    /** Takes away what an earlier copy put on a sheet. */
    static void removeFrom(XSSFSheet sheet) {
        XSSFSheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
        for (int i = formats.getNumConditionalFormattings() - 1; i >= 0; i--) {
            String formula = formats.getConditionalFormattingAt(i).getRule(0).getFormula1();
            if (rule(Mark.ERROR).equals(formula) || rule(Mark.WARNING).equals(formula)) {
                formats.removeConditionalFormatting(i);
            }
        }
        Map<CellAddress, XSSFComment> comments = new LinkedHashMap<>(sheet.getCellComments());
        comments.forEach((at, comment) -> {
            String text = comment.getString().getString();
            int ours = text.indexOf(SAID);
            if (ours == 0) {
                cell(sheet, at.getRow(), at.getColumn()).removeCellComment();
            } else if (ours > 0) {
                comment.setString(new XSSFRichTextString(text.substring(0, ours).stripTrailing()));
            }
        });
    }

    private static XSSFCell cell(XSSFSheet sheet, int row, int column) {
        XSSFRow at = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        return at.getCell(column) == null ? at.createCell(column) : at.getCell(column);
    }

    /**
     * Puts marks.
     *
     * @param annotations by row and column
     * @param most so many comments at most
     * @return number of comments put
     */
    int put(List<Annotation> annotations, int most) {
        Map<Mark, List<CellRangeAddress>> coloured = new EnumMap<>(Mark.class);
        Map<CellName, List<Annotation>> said = new LinkedHashMap<>();
        for (Annotation one : annotations) {
            if (one.row() == 0) {
                continue;
            }
            CellRangeAddress area = area(one);
            coloured.computeIfAbsent(one.mark(), none -> new ArrayList<>()).add(area);
            said.computeIfAbsent(
                            new CellName(area.getFirstRow() + 1, area.getFirstColumn() + 1), none -> new ArrayList<>())
                    .add(one);
        }
        new TreeMap<>(coloured).forEach(this::colour);
        said.entrySet().stream().limit(most).forEach(at -> comment(at.getKey(), at.getValue()));
        return Math.min(most, said.size());
    }

    /** The cell, or what the row fills when the annotation speaks about the row. */
    private CellRangeAddress area(Annotation one) {
        int row = one.row() - 1;
        if (one.column() > 0) {
            return new CellRangeAddress(row, row, one.column() - 1, one.column() - 1);
        }
        XSSFRow filled = sheet.getRow(row);
        return filled == null || filled.getFirstCellNum() < 0
                ? new CellRangeAddress(row, row, 0, 0)
                : new CellRangeAddress(row, row, filled.getFirstCellNum(), filled.getLastCellNum() - 1);
    }

    private void colour(Mark mark, List<CellRangeAddress> areas) {
        XSSFSheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
        for (int from = 0; from < areas.size(); from += RANGES_A_RULE) {
            XSSFConditionalFormattingRule rule = formats.createConditionalFormattingRule(rule(mark));
            XSSFPatternFormatting fill = rule.createPatternFormatting();
            fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
            fill.setFillBackgroundColor(colour(mark));
            List<CellRangeAddress> some = areas.subList(from, Math.min(areas.size(), from + RANGES_A_RULE));
            formats.addConditionalFormatting(some.toArray(CellRangeAddress[]::new), rule);
        }
    }

    private void comment(CellName at, List<Annotation> annotations) {
        StringBuilder text = new StringBuilder();
        for (Annotation one : annotations) {
            text.append(text.length() == 0 ? SAID : "\n")
                    .append(one.mark().chinese())
                    .append("：")
                    .append(one.sentence());
        }
        XSSFCell cell = cell(sheet, at.row() - 1, at.column() - 1);
        XSSFComment comment = cell.getCellComment();
        if (comment == null) {
            XSSFDrawing drawing = sheet.createDrawingPatriarch();
            comment = drawing.createCellComment(anchor(at, text.length()));
            comment.setAddress(new CellAddress(at.row() - 1, at.column() - 1));
            comment.setAuthor(AUTHOR);
            comment.setString(new XSSFRichTextString(text.toString()));
        } else {
            comment.setString(
                    new XSSFRichTextString(comment.getString().getString().stripTrailing() + "\n" + text));
        }
    }

    /**
     * Right of the cell, tall enough for the text. A comment is first created where its box begins, so the box begins at
     * the cell itself when the neighbour has a comment.
     */
    private ClientAnchor anchor(CellName at, int length) {
        int row = at.row() - 1;
        int column = sheet.getCellComment(new CellAddress(row, at.column())) == null ? at.column() : at.column() - 1;
        int tall = Math.min(TALLEST, 3 + length / LINE);
        return new XSSFClientAnchor(0, 0, 0, 0, column, row, column + WIDE, row + tall);
    }
}
