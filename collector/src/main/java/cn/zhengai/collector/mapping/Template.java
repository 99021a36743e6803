package cn.zhengai.collector.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Text with column names in braces, compiled: {@code course.attendance}, {@code {point}}, {@code {module}-{term}}. */
final class Template {
    private final List<Piece> pieces;
    private final String source;

    private Template(List<Piece> pieces, String source) {
        this.pieces = List.copyOf(pieces);
        this.source = source;
    }

    /** @throws IllegalArgumentException when a brace is left open or names no column */
    static Template of(String text, Columns columns) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int open = text.indexOf('{', from);
            if (open < 0) {
                pieces.add(new Piece(text.substring(from), -1, ""));
                break;
            }
            int close = text.indexOf('}', open);
            if (close <= open + 1) {
                throw new IllegalArgumentException("braces without a column name: " + text);
            }
            if (open > from) {
                pieces.add(new Piece(text.substring(from, open), -1, ""));
            }
            String column = text.substring(open + 1, close);
            pieces.add(new Piece("", columns.slot(column), column));
            from = close + 1;
        }
        return new Template(pieces, text);
    }

    /** Its text when it names no column. */
    @Nullable
    String constant() {
        return pieces.stream().allMatch(p -> p.slot < 0) ? source : null;
    }

    /** Names of its columns, in order. */
    Set<String> columns() {
        Set<String> names = new LinkedHashSet<>();
        pieces.stream().filter(p -> p.slot >= 0).forEach(p -> names.add(p.column));
        return names;
    }

    /** The text for a row; null when a column is missing or blank. */
    @Nullable
    String fill(Row row) {
        if (pieces.size() == 1) {
            Piece only = pieces.get(0);
            return only.slot < 0 ? only.text : Cells.text(row, only.slot);
        }
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            String part = piece.slot < 0 ? piece.text : Cells.text(row, piece.slot);
            if (part == null) {
                return null;
            }
            text.append(part);
        }
        return text.toString();
    }

    /** Constant text, or a column when {@code slot} is not negative. */
    private record Piece(String text, int slot, String column) {}
}
