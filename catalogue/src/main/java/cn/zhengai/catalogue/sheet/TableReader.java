package cn.zhengai.catalogue.sheet;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.reference.Nearest;
import cn.zhengai.workbook.Cell;
import cn.zhengai.workbook.Plain;
import cn.zhengai.workbook.SheetReader;
import cn.zhengai.workbook.SheetRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one sheet into rows by column. The header may stand below titles, its columns in any order; columns nobody knows
 * are named in a warning and not read, empty rows are passed over.
 */
final class TableReader {
    private static final int HEADER_WITHIN = 15;

    private final SheetPlan plan;
    private final Findings findings;
    private final Map<String, Column> byHeader = new LinkedHashMap<>();
    private final Map<Column, Integer> positions = new HashMap<>();
    private final List<Placed> rows = new ArrayList<>();

    private TableReader(SheetPlan plan, Findings findings) {
        this.plan = plan;
        this.findings = findings;
        plan.columns().forEach(column -> byHeader.put(plain(column.header()), column));
    }

    /** A sheet that has been read. */
    record Table(SheetPlan plan, List<Placed> rows, Map<Column, Integer> positions) {}

    static Table read(SheetReader workbook, SheetPlan plan, Findings findings) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        workbook.read(plan.name(), rows::add);
        TableReader reader = new TableReader(plan, findings);
        if (plan.shape() == SheetPlan.Shape.SETTINGS) {
            reader.settings(rows);
        } else {
            reader.table(rows);
        }
        return new Table(plan, reader.rows, reader.positions);
    }

    /** As headers are compared: without blanks, line breaks and the star of what must be filled in. */
    private static String plain(String header) {
        return Plain.text(header).replaceAll("[\\s*]", "");
    }

    private void settings(List<SheetRow> lines) {
        Map<Column, Placed.At> cells = new LinkedHashMap<>();
        for (SheetRow line : lines) {
            Column column = byHeader.get(plain(line.text(1)));
            if (column != null) {
                positions.put(column, line.number());
                value(line, 2).ifPresent(at -> cells.put(column, at));
            }
        }
        rows.add(new Placed(Place.cell(plan.name(), 0, 0), ordered(cells)));
    }

    private void table(List<SheetRow> lines) {
        int header = header(lines);
        if (header < 0) {
            if (lines.stream().anyMatch(line -> !line.isBlank())) {
                findings.add(
                        Place.cell(plan.name(), 0, 0),
                        Code.MISSING_KEY,
                        "“%s”表里找不到表头；请保留有“%s”等列名的那一行。"
                                .formatted(plan.name(), plan.columns().get(0).header()));
            }
            return;
        }
        Map<Integer, Column> columns = columns(lines.get(header));
        for (SheetRow line : lines.subList(header + 1, lines.size())) {
            if (!line.isBlank()) {
                rows.add(row(line, columns));
            }
        }
        rows.removeIf(Placed::isEmpty);
    }

    private int header(List<SheetRow> lines) {
        int best = -1;
        int most = Math.min(1, plan.columns().size() - 1);
        for (int i = 0; i < Math.min(HEADER_WITHIN, lines.size()); i++) {
            SheetRow line = lines.get(i);
            int known = 0;
            for (int column = 1; column <= line.width(); column++) {
                known += byHeader.containsKey(plain(line.text(column))) ? 1 : 0;
            }
            if (known > most) {
                best = i;
                most = known;
            }
        }
        return best;
    }

    private Map<Integer, Column> columns(SheetRow header) {
        Map<Integer, Column> columns = new LinkedHashMap<>();
        for (int at = 1; at <= header.width(); at++) {
            String text = header.text(at);
            if (text.isEmpty()) {
                continue;
            }
            Column column = byHeader.get(plain(text));
            Place place = Place.cell(plan.name(), header.number(), at);
            if (column == null) {
                findings.add(
                        place,
                        Code.UNEXPECTED_FILE,
                        "多出的一列“%s”没有读取%s；不需要改动，如果写错了列名请改正。"
                                .formatted(text, Nearest.suggestion(text, byHeader.keySet())));
            } else if (positions.putIfAbsent(column, at) != null) {
                findings.add(place, Code.DUPLICATE_KEY, "列“%s”出现了两次；请删去一列。".formatted(column.header()));
            } else {
                columns.put(at, column);
            }
        }
        missing(header);
        return columns;
    }

    private void missing(SheetRow header) {
        for (Column column : plan.columns()) {
            if (column.required() && !positions.containsKey(column)) {
                findings.add(
                        Place.cell(plan.name(), header.number(), 0),
                        Code.MISSING_KEY,
                        "“%s”表缺少必填的列“%s”；请补上这一列。".formatted(plan.name(), column.header()));
            }
        }
    }

    private Placed row(SheetRow line, Map<Integer, Column> columns) {
        Map<Column, Placed.At> cells = new HashMap<>();
        columns.forEach((at, column) -> value(line, at).ifPresent(cell -> cells.put(column, cell)));
        return new Placed(Place.cell(plan.name(), line.number(), 0), ordered(cells));
    }

    private Map<Column, Placed.At> ordered(Map<Column, Placed.At> cells) {
        Map<Column, Placed.At> ordered = new LinkedHashMap<>();
        plan.columns().forEach(column -> {
            Placed.At at = cells.get(column);
            if (at != null) {
                ordered.put(column, at);
            }
        });
        return ordered;
    }

    private Optional<Placed.At> value(SheetRow line, int column) {
        Optional<Cell> cell = line.cell(column).filter(one -> !one.plain().isEmpty());
        Place place = Place.cell(plan.name(), line.number(), column);
        if (cell.isPresent() && cell.get().kind() == Cell.Kind.FAULT) {
            findings.add(
                    place,
                    Code.WRONG_TYPE,
                    "公式算不出结果（%s）；请改正公式，或直接写值。".formatted(cell.get().text()));
            return Optional.empty();
        }
        return cell.map(one -> new Placed.At(one, place));
    }
}
