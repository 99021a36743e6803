package cn.zhengai.storage.results.question;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A SELECT.
 *
 * @param where without the bounds of time, which are the span
 * @param falling newest first
 * @param limit rows of each series
 */
public record Select(
        List<Column> columns,
        Source source,
        Optional<Condition> where,
        Span span,
        Grouping grouping,
        boolean falling,
        OptionalInt limit)
        implements Statement {

    /** What it reads. */
    public sealed interface Source permits Named, Nested {}

    /** A measurement. */
    public record Named(String measurement) implements Source {}

    /** The answer of another. */
    public record Nested(Select select) implements Source {}

    /**
     * By what rows are put together.
     *
     * @param every nanoseconds of a window; 0 when time divides nothing
     * @param offset nanoseconds after the epoch at which a window begins
     */
    public record Grouping(List<String> tags, long every, long offset, Fill fill) {
        public static final Grouping NONE = new Grouping(List.of(), 0, 0, Fill.NULL);
    }

    /** What windows without a value say; a number when it is that. */
    public record Fill(Kind kind, double number) {
        /** How. */
        public enum Kind {
            NONE,
            NULL,
            PREVIOUS,
            NUMBER
        }

        public static final Fill NULL = new Fill(Kind.NULL, 0);
    }

    /** Those that call a function. */
    public List<Column.Call> calls() {
        return columns.stream()
                .filter(Column.Call.class::isInstance)
                .map(Column.Call.class::cast)
                .toList();
    }

    /** Those that do not. */
    public List<Column.Plain> plain() {
        return columns.stream()
                .filter(Column.Plain.class::isInstance)
                .map(Column.Plain.class::cast)
                .toList();
    }
}
