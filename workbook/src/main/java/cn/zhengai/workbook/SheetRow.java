package cn.zhengai.workbook;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of a sheet. Columns count from 1. */
public final class SheetRow {
    private final int number;
    private final @Nullable Cell[] cells;

    SheetRow(int number, @Nullable Cell[] cells) {
        this.number = number;
        this.cells = cells;
    }

    /** A row by hand, for tests and for callers that have none from a file; empty texts are absent cells. */
    public static SheetRow of(int number, List<String> texts) {
        @Nullable Cell[] cells = new @Nullable Cell[texts.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = texts.get(i).isEmpty() ? null : new Cell(texts.get(i), Cell.Kind.TEXT, false);
        }
        return new SheetRow(number, cells);
    }

    /** As the spreadsheet shows it, from 1. */
    public int number() {
        return number;
    }

    /** No column beyond this one has a cell; 0 when the row has none. */
    public int width() {
        return cells.length;
    }

    /** Empty when the cell is empty or outside the row. */
    public Optional<Cell> cell(int column) {
        return column < 1 || column > cells.length ? Optional.empty() : Optional.ofNullable(cells[column - 1]);
    }

    /** The plain text of a cell; empty when there is nothing in it, or blanks only. */
    public String text(int column) {
        return cell(column).map(Cell::plain).orElse("");
    }

    /** Nothing stands in the row itself; what a merged area repeats here does not count. */
    public boolean isBlank() {
        for (Cell cell : cells) {
            if (cell != null && !cell.spread() && !cell.plain().isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
