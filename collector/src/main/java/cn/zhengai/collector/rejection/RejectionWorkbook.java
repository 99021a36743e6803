package cn.zhengai.collector.rejection;

import cn.zhengai.collector.lineprotocol.LineMapping;
import cn.zhengai.collector.lineprotocol.LineRows;
import cn.zhengai.collector.mapping.FaultColumn;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.Intake.Kept;
import cn.zhengai.core.reading.Rejection;
import cn.zhengai.workbook.Annotation;
import cn.zhengai.workbook.MarkedWorkbook;
import cn.zhengai.workbook.TextSheet;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Rejected rows as a workbook: a sheet a source, a line a row as it came (or as it was edited last), every reason at the
 * cell it is about. People put it right there; {@link CorrectedWorkbook} takes it back.
 */
public final class RejectionWorkbook {
    /** Our own columns, which come first; the row's own may have the same names. */
    static final List<String> FIRST = List.of("拒收编号", "行号", "原因", "说明");
    /** What could not be taken apart, for people to read; not read back. */
    static final String UNREAD = "原文（不读取）";
    /** What a cell cannot hold is cut, for people to see. */
    private static final String CUT = "…（过长，未全部列出）";

    private final Function<String, SourceMapping> mappings;
    private final List<TextSheet> sheets = new ArrayList<>();
    private final List<Annotation> marks = new ArrayList<>();

    private RejectionWorkbook(Function<String, SourceMapping> mappings) {
        this.mappings = mappings;
    }

    /**
     * Writes it.
     *
     * @param mappings by source
     * @return how many rows there are; a row with several rejections is one
     */
    public static long write(List<Kept> rejections, Function<String, SourceMapping> mappings, OutputStream out)
            throws IOException {
        RejectionWorkbook workbook = new RejectionWorkbook(mappings);
        Map<String, List<Kept>> bySource = rejections.stream()
                .collect(Collectors.groupingBy(
                        one -> one.rejection().head().source(), LinkedHashMap::new, Collectors.toList()));
        bySource.forEach(workbook::sheet);
        if (bySource.isEmpty()) {
            workbook.sheets.add(new TextSheet("没有待处理的拒收", List.of(FIRST)));
        }
        MarkedWorkbook.write(workbook.sheets, workbook.marks, out);
        return workbook.sheets.stream()
                .mapToLong(sheet -> sheet.rows().size() - 1L)
                .sum();
    }

    /** Cells that {@link #write} would fill, about. */
    public static long cells(List<Kept> rejections) {
        return rejections.stream()
                .mapToLong(one -> FIRST.size() + (long) one.standing().columns().size())
                .sum();
    }

    private void sheet(String source, List<Kept> rejections) {
        String name =
                TextSheet.safeName(source, sheets.stream().map(TextSheet::name).toList());
        Set<String> columns = new LinkedHashSet<>();
        rejections.forEach(one -> columns.addAll(one.standing().columns().keySet()));
        boolean unread =
                rejections.stream().anyMatch(one -> one.standing().columns().isEmpty());
        List<String> header = new ArrayList<>(FIRST);
        header.addAll(columns);
        if (unread) {
            header.add(UNREAD);
        }
        List<List<String>> rows = new ArrayList<>(List.of(header));
        byRow(rejections).forEach(those -> {
            rows.add(line(those, columns, unread));
            those.forEach(one -> mark(one, name, rows.size(), List.copyOf(columns)));
        });
        sheets.add(new TextSheet(name, rows));
    }

    private static Collection<List<Kept>> byRow(List<Kept> rejections) {
        return rejections.stream()
                .collect(Collectors.groupingBy(
                        one -> List.of(
                                one.id().receipt(), (long) one.rejection().row()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    private static List<String> line(List<Kept> those, Set<String> columns, boolean unread) {
        Kept first = those.get(0);
        List<String> cells = new ArrayList<>(List.of(
                first.id().toString(),
                Integer.toString(first.rejection().row()),
                joined(those, one -> one.standing().reason().chinese()),
                shown(joined(those, one -> one.standing().detail()))));
        columns.forEach(name -> cells.add(shown(first.standing().columns().getOrDefault(name, ""))));
        if (unread) {
            cells.add(
                    first.standing().columns().isEmpty()
                            ? shown(first.rejection().raw())
                            : "");
        }
        return cells;
    }

    private static String joined(List<Kept> those, Function<Kept, String> what) {
        return those.stream().map(what).distinct().collect(Collectors.joining("；"));
    }

    /** A text as a cell can hold it. */
    static String shown(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return lines.length() > TextSheet.LONGEST_CELL
                ? lines.substring(0, TextSheet.LONGEST_CELL - CUT.length()) + CUT
                : lines;
    }

    private void mark(Kept one, String sheet, int row, List<String> columns) {
        int column = FaultColumn.of(one.standing().reason(), mapping(one.rejection()), columns)
                .map(name -> FIRST.size() + 1 + columns.indexOf(name))
                .orElse(0);
        String sentence = one.id() + " " + one.standing().reason().chinese() + "。"
                + one.standing().detail();
        marks.add(new Annotation(sheet, row, column, Annotation.Mark.ERROR, sentence));
    }

    private SourceMapping mapping(Rejection rejection) {
        SourceMapping declared = mappings.apply(rejection.head().source());
        return rejection.kept().way().equals(LineRows.WAY) ? LineMapping.of(declared) : declared;
    }
}
