package cn.zhengai.core.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a business system's rows become readings: columns to point, subject, instant and value. A row is whatever the way
 * in brings: a JSON object, a CSV line with its header, or a line of line protocol (columns {@code _measurement},
 * {@code _time}, each tag and each field by name).
 *
 * @param id of the source; unique
 * @param owner id of the unit that answers for the data; empty when nobody is named
 * @param points ids this source may speak about; empty: all
 * @param history everything it brings is backfill and tells nobody
 * @param decimals values are rounded half-even to so many decimals (0..6); empty: more than six are rejected
 * @param subject template of the subject's id or alias
 * @param time where the instant stands
 * @param measures what one row says; at least one
 * @param revision column of the source's own revision, a whole number; empty when it has none
 * @param reason template of why the values are sent: {@code {column}} per row, or a text for every batch; empty when
 *     the source gives none
 * @param drop for files of the drop folder
 * @param pull for a database that is asked; empty when it brings its rows itself
 * @param follow for a topic of Kafka that is read on; empty when there is none
 */
public record SourceMapping(
        String id,
        String name,
        Optional<String> owner,
        Set<String> points,
        boolean history,
        Optional<Integer> decimals,
        String subject,
        Time time,
        List<Measure> measures,
        Optional<String> revision,
        Optional<String> reason,
        Optional<Drop> drop,
        Optional<Pull> pull,
        Optional<Follow> follow) {
    public SourceMapping {
        points = Set.copyOf(points);
        measures = List.copyOf(measures);
        if (id.isBlank() || measures.isEmpty()) {
            throw new IllegalArgumentException("a source has an id and at least one measure: " + id);
        }
        decimals.ifPresent(d -> {
            if (d < 0 || d > 6) {
                throw new IllegalArgumentException("decimals are 0 to 6: " + d);
            }
        });
    }

    /** Of a source that follows no topic. */
    public SourceMapping(
            String id,
            String name,
            Optional<String> owner,
            Set<String> points,
            boolean history,
            Optional<Integer> decimals,
            String subject,
            Time time,
            List<Measure> measures,
            Optional<String> revision,
            Optional<String> reason,
            Optional<Drop> drop,
            Optional<Pull> pull) {
        this(
                id,
                name,
                owner,
                points,
                history,
                decimals,
                subject,
                time,
                measures,
                revision,
                reason,
                drop,
                pull,
                Optional.empty());
    }

    /** Of a source that gives no reasons. */
    public SourceMapping(
            String id,
            String name,
            Optional<String> owner,
            Set<String> points,
            boolean history,
            Optional<Integer> decimals,
            String subject,
            Time time,
            List<Measure> measures,
            Optional<String> revision,
            Optional<Drop> drop,
            Optional<Pull> pull) {
        this(
                id,
                name,
                owner,
                points,
                history,
                decimals,
                subject,
                time,
                measures,
                revision,
                Optional.empty(),
                drop,
                pull);
    }

    /**
     * One reading of a row. Templates are text with column names in braces: {@code course.attendance}, {@code {point}},
     * {@code {module}-{term}}.
     *
     * @param point template of the point's id
     * @param value column of the value; empty for a quotient
     * @param numerator column; present with {@code denominator} and without {@code value}, or as an alternative to it:
     *     when all three are declared, a row uses the quotient when it has both, else the value
     * @param denominator column
     * @param unit column that names the measure unit, checked against the point's; empty: not checked
     * @param optional an empty cell is no reading and no rejection either
     * @param absent texts by which the source says that there is no figure, e.g. {@code 9999} or {@code 缺考}, compared as
     *     written: such a value is an empty cell, and so is a quotient with such a numerator or denominator
     */
    public record Measure(
            String point,
            Optional<String> value,
            Optional<String> numerator,
            Optional<String> denominator,
            Optional<String> unit,
            boolean optional,
            Set<String> absent) {
        /** Every text is a figure. */
        public Measure(
                String point,
                Optional<String> value,
                Optional<String> numerator,
                Optional<String> denominator,
                Optional<String> unit,
                boolean optional) {
            this(point, value, numerator, denominator, unit, optional, Set.of());
        }

        public Measure {
            absent = Set.copyOf(absent);
            if (numerator.isPresent() != denominator.isPresent() || (value.isEmpty() && numerator.isEmpty())) {
                throw new IllegalArgumentException("value, or numerator and denominator: " + point);
            }
        }
    }

    /**
     * The column of the instant and how it is written.
     *
     * @param format {@code iso} (2026-03-01T08:00:00+08:00, a local date-time or a date: in the college's zone),
     *     {@code epoch-s}, {@code epoch-ms}, {@code epoch-us}, {@code epoch-ns}, or a pattern of
     *     {@link java.time.format.DateTimeFormatter} such as {@code yyyy/M/d H:mm}
     */
    public record Time(String column, String format) {}

    /**
     * Files of the drop folder.
     *
     * @param files glob of the file names, e.g. {@code attendance-*.csv}
     * @param charset {@code auto} (BOM, else UTF-8 when it decodes, else GB18030) or a name
     * @param delimiter one character
     * @param sheet how workbooks (xlsx) are read
     */
    public record Drop(String files, String charset, char delimiter, Sheet sheet) {
        public Drop(String files, String charset, char delimiter) {
            this(files, charset, delimiter, Sheet.ANY);
        }
    }

    /**
     * The sheet of a workbook that holds the rows.
     *
     * @param name glob of its name; exactly one sheet must match; blank: the first
     * @param header row of the column names, from 1; 0: the first among the top rows that has all that are read
     * @param template a cell such as {@code B1} and what must stand there; both blank: not checked
     * @param units words that may follow a number, e.g. 人
     * @param skip globs of what a row that is none begins with, e.g. {@code 合计*}
     */
    public record Sheet(String name, int header, Template template, List<String> units, List<String> skip) {
        /** The first sheet, its header looked for. */
        public static final Sheet ANY = new Sheet("", 0, new Template("", ""), List.of(), List.of());

        public Sheet {
            units = List.copyOf(units);
            skip = List.copyOf(skip);
            if (header < 0) {
                throw new IllegalArgumentException("rows count from 1: " + header);
            }
        }
    }

    /** Which version of a form it is: a cell and the text in it. */
    public record Template(String cell, String text) {}

    /** What {@code POST /api/v1/readings} and line protocol take when a source declares nothing else. */
    public static SourceMapping standard(String id, String name) {
        return new SourceMapping(
                id,
                name,
                Optional.empty(),
                Set.of(),
                false,
                Optional.empty(),
                "{subject}",
                new Time("at", "iso"),
                List.of(new Measure(
                        "{point}",
                        Optional.of("value"),
                        Optional.of("numerator"),
                        Optional.of("denominator"),
                        Optional.of("unit"),
                        false)),
                Optional.of("revision"),
                Optional.of("{reason}"),
                Optional.empty(),
                Optional.empty());
    }
}
