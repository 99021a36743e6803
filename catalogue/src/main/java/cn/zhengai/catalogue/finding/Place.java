package cn.zhengai.catalogue.finding;

import cn.zhengai.workbook.CellName;

/**
 * Where something stands: in a text file, or in a sheet of a workbook.
 *
 * @param file path below the catalogue folder with {@code /}; {@code .} is the folder itself. For a sheet its name; {@code
 *     .} is the workbook itself
 * @param line from 1; the row of a sheet, 0 for the sheet as a whole
 * @param column from 1, in characters; the column of a sheet, 0 for the row as a whole
 */
public record Place(String file, int line, int column, Form form) {

    /** What the place lies in. */
    public enum Form {
        TEXT,
        SHEET
    }

    public Place(String file, int line, int column) {
        this(file, line, column, Form.TEXT);
    }

    /** A file as a whole. */
    public static Place file(String file) {
        return new Place(file, 1, 1);
    }

    /** A cell, a row (column 0) or a whole sheet (row and column 0). */
    public static Place cell(String sheet, int row, int column) {
        return new Place(sheet, row, column, Form.SHEET);
    }

    /** For sentences that name another place: {@code points/course.yaml:12}, {@code 质控点!A12}. */
    public String brief() {
        return form == Form.TEXT ? file + ":" + line : toString();
    }

    /** For sentences that name a place of the same file: {@code 第 12 行}, {@code 质控点!A12}. */
    public String row() {
        return form == Form.TEXT ? "第 " + line + " 行" : toString();
    }

    /** {@code file:line:column}; {@code 质控点!G12} in a workbook. */
    @Override
    public String toString() {
        if (form == Form.TEXT) {
            return file + ":" + line + ":" + column;
        }
        return line == 0 ? file : column == 0 ? file + " 第 " + line + " 行" : file + "!" + new CellName(line, column);
    }
}
