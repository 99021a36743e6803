package cn.zhengai.collector.mapping;

import org.jspecify.annotations.Nullable;

/** Cells without the white space around them; a blank cell is a missing one. */
final class Cells {
    /** Slot of a column that is not declared. */
    static final int NONE = -1;

    private Cells() {}

    static @Nullable String text(Row row, int slot) {
        if (slot == NONE) {
            return null;
        }
        String cell = row.cell(slot);
        if (cell == null || cell.isEmpty()) {
            return null;
        }
        if (isInk(cell.charAt(0)) && isInk(cell.charAt(cell.length() - 1))) {
            return cell;
        }
        String stripped = cell.replace('\u00a0', ' ').strip();
        return stripped.isEmpty() ? null : stripped;
    }

    private static boolean isInk(char c) {
        return c > ' ' && c != '\u00a0' && (c < '\u2000' || !Character.isWhitespace(c));
    }
}
