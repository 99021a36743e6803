package cn.zhengai.catalogue.sheet;

import cn.zhengai.catalogue.node.Document;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.catalogue.node.Sequence;
import cn.zhengai.catalogue.sheet.Column.Role;
import cn.zhengai.catalogue.sheet.SheetPlan.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of a sheet, taken from documents: what stands at the top of a file for all its entries is said in each row. */
final class Rows {
    private final SheetPlan plan;

    Rows(SheetPlan plan) {
        this.plan = plan;
    }

    /** One row: the document it is from, the entry it belongs to, and what its own columns speak about. */
    record Row(Document document, Mapping entry, Mapping own) {}

    List<Row> of(List<Document> documents) {
        List<Row> rows = new ArrayList<>();
        for (Document document : documents) {
            if (document.kind() != plan.kind()) {
                continue;
            }
            if (plan.shape() == Shape.SETTINGS) {
                rows.add(new Row(document, document.top(), document.top()));
                continue;
            }
            for (Mapping entry : document.top().mappings(plan.list())) {
                if (plan.shape() == Shape.ENTRIES) {
                    rows.add(new Row(document, entry, withDefaults(document.top(), entry)));
                } else {
                    entry.mappings(plan.part()).forEach(part -> rows.add(new Row(document, entry, part)));
                }
            }
        }
        return rows;
    }

    private Mapping withDefaults(Mapping top, Mapping entry) {
        if (plan.kind().single()) {
            return entry;
        }
        Map<String, Mapping.Field> fields = new LinkedHashMap<>(entry.fields());
        for (Column column : plan.columns()) {
            if (column.role() == Role.OWN && column.path().size() == 1 && top.has(column.key())) {
                Mapping.Field common = top.fields().get(column.key());
                Mapping.Field own = fields.get(column.key());
                if (common != null) {
                    fields.put(column.key(), own == null ? common : together(common, own));
                }
            }
        }
        return new Mapping(entry.place(), fields);
    }

    /** Lists are joined, each value once; of anything else the entry's own counts. */
    private static Mapping.Field together(Mapping.Field common, Mapping.Field own) {
        if (!(common.value() instanceof Sequence first) || !(own.value() instanceof Sequence second)) {
            return own;
        }
        Set<String> seen = new LinkedHashSet<>();
        List<Node> items = new ArrayList<>();
        for (Sequence each : List.of(first, second)) {
            each.items().forEach(item -> {
                if (!(item instanceof Scalar scalar) || seen.add(scalar.text().trim())) {
                    items.add(item);
                }
            });
        }
        return new Mapping.Field(own.key(), new Sequence(own.value().place(), items));
    }

    /** What a column says in a row; empty leaves its cell empty. */
    Optional<Node> value(Column column, Row row) {
        return switch (column.role()) {
            case OWN -> at(row.own(), column.path());
            case TOP -> at(row.document().top(), column.path());
            case PARENT -> row.entry().get("id");
            case FILE -> file(row);
        };
    }

    /** Only what the reader would not find out by itself. */
    private Optional<Node> file(Row row) {
        String path = row.document().file();
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
        String words = plan.columns().stream()
                .filter(column -> column.role() == Role.TOP)
                .map(column -> row.document().top().text(column.key()).orElse(""))
                .reduce("", (all, word) -> all.isEmpty() ? word : all + "-" + word);
        return name.equals(words.isEmpty() ? plan.list() : words)
                ? Optional.empty()
                : Optional.of(new Scalar(row.document().root().place(), name, Scalar.Kind.TEXT));
    }

    private static Optional<Node> at(Mapping from, List<String> path) {
        Optional<Node> next = from.get(path.get(0));
        if (path.size() == 1) {
            return next.filter(node -> !(node instanceof Scalar scalar && scalar.isNothing()));
        }
        return next.filter(Mapping.class::isInstance).flatMap(node -> at((Mapping) node, path.subList(1, path.size())));
    }
}
