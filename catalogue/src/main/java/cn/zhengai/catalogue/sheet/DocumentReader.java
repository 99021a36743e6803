package cn.zhengai.catalogue.sheet;

import cn.zhengai.catalogue.cell.LineForm;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Document;
import cn.zhengai.catalogue.node.FileKind;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.catalogue.node.Sequence;
import cn.zhengai.catalogue.reference.Nearest;
import cn.zhengai.catalogue.sheet.Column.Role;
import cn.zhengai.catalogue.sheet.SheetPlan.Shape;
import cn.zhengai.catalogue.sheet.TableReader.Table;
import cn.zhengai.workbook.Cell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts the rows of one kind of file together again: parts into their entries, entries into their files. */
final class DocumentReader {
    private final FileKind kind;
    private final List<Table> tables;
    private final Findings findings;
    /** Ids of entries whose measure unit is %: there a percent sign in a line is only a manner of writing. */
    private final Set<String> percents = new HashSet<>();

    private final Map<String, Map<String, List<Node>>> parts = new LinkedHashMap<>();

    private DocumentReader(FileKind kind, List<Table> tables, Findings findings) {
        this.kind = kind;
        this.tables = tables;
        this.findings = findings;
    }

    /** @param tables of the kind, those of its sheets that exist */
    static List<Document> read(FileKind kind, List<Table> tables, Findings findings) {
        return new DocumentReader(kind, tables, findings).read();
    }

    private List<Document> read() {
        tables.stream().filter(table -> table.plan().shape() == Shape.ENTRIES).forEach(this::percents);
        tables.stream().filter(table -> table.plan().shape() == Shape.PARTS).forEach(this::parts);
        return kind.single() ? single() : several();
    }

    private void percents(Table table) {
        for (Placed row : table.rows()) {
            String unit = cellOf(table.plan(), row, "unit");
            if (kind == FileKind.POINTS && unit.equals("%")) {
                percents.add(cellOf(table.plan(), row, "id"));
            }
        }
    }

    private static String cellOf(SheetPlan plan, Placed row, String key) {
        return plan.columns().stream()
                .filter(column -> column.role() == Role.OWN && column.path().equals(List.of(key)))
                .findFirst()
                .map(row::text)
                .orElse("");
    }

    private void parts(Table table) {
        Column parent = table.plan().column(Role.PARENT).orElseThrow();
        Set<String> ids = new HashSet<>();
        SheetPlan entries = null;
        for (Table one : tables) {
            if (one.plan().shape() == Shape.ENTRIES
                    && one.plan().list().equals(table.plan().list())) {
                entries = one.plan();
                one.rows().forEach(row -> ids.add(cellOf(one.plan(), row, "id")));
            }
        }
        String home = entries == null ? table.plan().list() : entries.name();
        for (Placed row : table.rows()) {
            String id = row.value(parent).map(DocumentReader::text).orElse("");
            if (ids.contains(id)) {
                parts.computeIfAbsent(id, none -> new LinkedHashMap<>())
                        .computeIfAbsent(table.plan().part(), none -> new ArrayList<>())
                        .add(own(row, percents.contains(id)).build());
            } else {
                Place place = row.cells().containsKey(parent)
                        ? row.cells().get(parent).place()
                        : row.place();
                findings.add(
                        place,
                        Code.UNKNOWN_PARENT,
                        id.isEmpty()
                                ? "这一行没有写“%s”；请写上它属于“%s”表里的哪一行。".formatted(parent.header(), home)
                                : "“%s”表里没有编号“%s”%s；请核对写法，或先在那里加上它。".formatted(home, id, Nearest.suggestion(id, ids)));
            }
        }
    }

    private static String text(Node node) {
        return node instanceof Scalar scalar ? scalar.text() : "";
    }

    private static Branch own(Placed row, boolean percent) {
        Branch branch = new Branch(row.place());
        row.cells().forEach((column, at) -> {
            if (column.role() == Role.OWN) {
                boolean line = percent && column.form() instanceof LineForm;
                Cell cell = line ? withoutPercent(at.cell()) : at.cell();
                branch.put(column.path(), column.form().read(cell, at.place()));
            }
        });
        return branch;
    }

    private static Cell withoutPercent(Cell cell) {
        String text = cell.text().replaceAll("[%％]", "");
        return text.isEmpty() ? cell : new Cell(text, Cell.Kind.TEXT, cell.spread());
    }

    private Mapping entry(SheetPlan plan, Placed row) {
        String id = cellOf(plan, row, "id");
        Branch branch = own(row, percents.contains(id));
        if (plan.list().equals(kind.list())) {
            parts.getOrDefault(id, Map.of())
                    .forEach((key, items) ->
                            branch.put(List.of(key), new Sequence(items.get(0).place(), items)));
            parts.remove(id);
        }
        return branch.build();
    }

    private List<Document> single() {
        Branch top = new Branch(
                Place.cell(tables.isEmpty() ? kind.path() : tables.get(0).plan().name(), 0, 0));
        for (Table table : tables) {
            SheetPlan plan = table.plan();
            if (plan.shape() == Shape.SETTINGS) {
                table.rows()
                        .forEach(row -> row.cells()
                                .forEach((column, at) ->
                                        top.put(column.path(), column.form().read(at.cell(), at.place()))));
            } else if (plan.shape() == Shape.ENTRIES && !table.rows().isEmpty()) {
                List<Node> entries = new ArrayList<>();
                table.rows().forEach(row -> entries.add(entry(plan, row)));
                top.put(List.of(plan.list()), new Sequence(Place.cell(plan.name(), 0, 0), entries));
            }
        }
        if (top.isEmpty() && !kind.required()) {
            return List.of();
        }
        Mapping root = top.build();
        if (!root.has(kind.list())) {
            String sheet = tables.stream()
                    .filter(table -> table.plan().list().equals(kind.list()))
                    .map(table -> table.plan().name())
                    .findFirst()
                    .orElse(root.place().file());
            top.put(List.of(kind.list()), new Sequence(Place.cell(sheet, 0, 0), List.of()));
        }
        return List.of(new Document(kind.path(), kind, top.build()));
    }

    /** One document for each file and each combination of what stands at the top of files. */
    private List<Document> several() {
        Map<String, Gathered> files = new TreeMap<>();
        for (Table table : tables) {
            if (table.plan().shape() == Shape.ENTRIES) {
                table.rows().forEach(row -> gather(table.plan(), row, files));
            }
        }
        List<Document> documents = new ArrayList<>();
        files.forEach((file, gathered) -> {
            gathered.top.put(
                    List.of(kind.list()), new Sequence(gathered.entries.get(0).place(), gathered.entries));
            documents.add(new Document(file, kind, gathered.top.build()));
        });
        return documents;
    }

    private record Gathered(Branch top, String said, List<Node> entries) {}

    private void gather(SheetPlan plan, Placed row, Map<String, Gathered> files) {
        List<Column> top = plan.columns().stream()
                .filter(column -> column.role() == Role.TOP)
                .toList();
        StringBuilder said = new StringBuilder();
        top.forEach(column -> said.append(
                        row.value(column).map(DocumentReader::text).orElse(""))
                .append('-'));
        String words = said.toString().replaceAll("-+$", "");
        String name =
                FileNames.of(plan.column(Role.FILE).map(row::text).orElse(""), words.isEmpty() ? plan.list() : words);
        String file = kind.path() + name + ".yaml";
        Gathered there = files.get(file);
        if (there != null && !there.said.equals(words)) {
            file = kind.path() + FileNames.of("", name + "-" + words) + ".yaml";
        }
        files.computeIfAbsent(file, none -> new Gathered(top(row, top), words, new ArrayList<>()))
                .entries
                .add(entry(plan, row));
    }

    private static Branch top(Placed row, List<Column> columns) {
        Branch top = new Branch(row.place());
        for (Column column : columns) {
            Optional<Node> value = row.value(column);
            value.ifPresent(node -> top.put(column.path(), node));
        }
        return top;
    }
}
