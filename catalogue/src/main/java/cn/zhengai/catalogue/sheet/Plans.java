package cn.zhengai.catalogue.sheet;

import cn.zhengai.catalogue.cell.NameForm;
import cn.zhengai.catalogue.cell.TextForm;
import cn.zhengai.catalogue.node.FileKind;
import cn.zhengai.catalogue.sheet.Column.Role;
import cn.zhengai.catalogue.sheet.SheetPlan.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All sheets of the workbook, drawn from the schemas: a key that a schema gains is a column the same day, under its own
 * name until {@code names.properties} has a Chinese one.
 */
public final class Plans {
    private final Names names = new Names();
    private final List<SheetPlan> sheets = new ArrayList<>();

    public Plans() {
        for (FileKind kind : FileKind.values()) {
            add(kind, new KindSchema(kind, names));
        }
    }

    /** In the order of the workbook. */
    List<SheetPlan> sheets() {
        return List.copyOf(sheets);
    }

    private void add(FileKind kind, KindSchema schema) {
        String base = kind.schema().replace(".schema.json", "");
        if (kind.single()) {
            settings(kind, schema, base);
        }
        schema.keys(schema.root()).forEach((key, value) -> {
            if (schema.isListOfMappings(value)) {
                entries(kind, schema, base, key, schema.items(value));
                parts(kind, schema, base, key, schema.items(value));
            }
        });
    }

    private void settings(FileKind kind, KindSchema schema, String base) {
        List<Column> columns = new ArrayList<>();
        schema.values(schema.root()).forEach((way, value) -> columns.add(own(schema, schema.root(), base, way, value)));
        if (!columns.isEmpty()) {
            sheets.add(new SheetPlan(sheetName(base), kind, Shape.SETTINGS, "", "", distinct(columns)));
        }
    }

    private void entries(FileKind kind, KindSchema schema, String base, String list, JsonNode entry) {
        List<Column> columns = new ArrayList<>();
        schema.values(entry).forEach((way, value) -> columns.add(own(schema, entry, list, way, value)));
        if (!kind.single()) {
            columns.addAll(ofTheFile(schema, list, schema.keys(entry).keySet()));
        }
        List<String> order = List.of(names.of("order." + list).orElse("").split(","));
        columns.sort(Comparator.comparingInt(column -> place(column, order)));
        sheets.add(new SheetPlan(sheetName(base + "." + list), kind, Shape.ENTRIES, list, "", distinct(columns)));
    }

    private static int place(Column column, List<String> order) {
        int place = column.path().isEmpty() ? -1 : order.indexOf(String.join(".", column.path()));
        return place < 0 ? order.size() : place;
    }

    /** What is said once in a file of several, and which file that is. */
    private List<Column> ofTheFile(KindSchema schema, String list, Set<String> own) {
        List<Column> columns = new ArrayList<>();
        schema.keys(schema.root()).forEach((key, value) -> {
            if (!key.equals(list) && !own.contains(key)) {
                columns.add(new Column(
                        name(list, List.of(key)),
                        Role.TOP,
                        List.of(key),
                        schema.form(value),
                        schema.requires(schema.root(), key),
                        schema.help(value)));
            }
        });
        columns.add(new Column(
                names.of("file").orElseThrow(),
                Role.FILE,
                List.of(),
                new TextForm(),
                false,
                "导入后这一行写到哪个目录文件（不带 .yaml）；新增的行不用填"));
        return columns;
    }

    private void parts(FileKind kind, KindSchema schema, String base, String list, JsonNode entry) {
        schema.keys(entry).forEach((key, value) -> {
            if (schema.isListOfMappings(value)) {
                List<Column> columns = new ArrayList<>();
                String parent = names.of("parent." + list).orElse(list + ".id");
                columns.add(new Column(
                        parent,
                        Role.PARENT,
                        List.of(),
                        new NameForm(),
                        true,
                        "写“" + sheetName(base + "." + list) + "”表里的编号"));
                JsonNode item = schema.items(value);
                schema.values(item).forEach((way, one) -> columns.add(own(schema, item, key, way, one)));
                sheets.add(new SheetPlan(
                        sheetName(base + "." + list + "." + key), kind, Shape.PARTS, list, key, distinct(columns)));
            }
        });
    }

    private Column own(KindSchema schema, JsonNode within, String scope, List<String> way, JsonNode value) {
        return new Column(
                name(scope, way), Role.OWN, way, schema.form(value), schema.requires(within, way), schema.help(value));
    }

    private String sheetName(String way) {
        return names.of("sheet." + way).orElse(way.replace('.', '-'));
    }

    private String name(String scope, List<String> way) {
        String dotted = String.join(".", way);
        return names.of(scope + "." + dotted)
                .or(() -> way.size() == 1 ? names.of(dotted) : Optional.empty())
                .orElse(dotted);
    }

    /** Headers are told apart by nothing but themselves: the second of two alike goes by its way. */
    private static List<Column> distinct(List<Column> columns) {
        Set<String> seen = new HashSet<>();
        return columns.stream()
                .map(column -> seen.add(column.header())
                        ? column
                        : new Column(
                                String.join(".", column.path()),
                                column.role(),
                                column.path(),
                                column.form(),
                                column.required(),
                                column.help()))
                .toList();
    }
}
