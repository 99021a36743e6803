package cn.zhengai.workbook;

/**
 * What a cell says, as text. A formula says the value it last had.
 *
 * @param text never empty; how it is written is said by {@code kind}
 * @param spread repeated here from the first cell of a merged area; it stands in the file only there
 */
public record Cell(String text, Kind kind, boolean spread) {
    public Cell {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an empty cell is absent");
        }
    }

    /** The text as people mean it, see {@link Plain#text}; may be empty when the cell holds blanks only. */
    public String plain() {
        return kind == Kind.NUMBER || kind == Kind.DATE ? text : Plain.text(text);
    }

    Cell spreading() {
        return new Cell(text, kind, true);
    }

    /** What the cell holds. */
    public enum Kind {
        /** As typed, also when it looks like a number or a date. */
        TEXT,
        /** A number, in plain decimal notation with at most the 15 digits that spreadsheets keep. */
        NUMBER,
        /** A number shown as a percentage: the cell of 0.985 says {@code 98.5%}. */
        PERCENT,
        /** A day {@code 2026-09-01}, a point in time {@code 2026-09-01T08:30:00}, or a time of day {@code 08:30:00}. */
        DATE,
        /** {@code true} or {@code false}. */
        TRUTH,
        /** A formula that failed: {@code #DIV/0!}. */
        FAULT
    }
}
