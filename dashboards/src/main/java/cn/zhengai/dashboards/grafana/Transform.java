package cn.zhengai.dashboards.grafana;

import java.util.List;
import java.util.Map;

/** One step from the answers of queries to what is drawn. */
public record Transform(String id, Map<String, Object> options) {
    /** The tables of several queries as one. */
    public static final Transform MERGE = new Transform("merge", Map.of());

    /** These fields and no others. */
    public static Transform keep(List<String> fields) {
        return new Transform(
                "filterFieldsByName",
                Form.of("include", Form.of("names", fields)).map());
    }

    /** Order and names of fields. */
    public static Transform order(List<String> fields) {
        Form order = Form.of();
        for (int i = 0; i < fields.size(); i++) {
            order.with(fields.get(i), i);
        }
        return new Transform(
                "organize",
                Form.of("excludeByName", Form.of())
                        .with("indexByName", order)
                        .with("renameByName", Form.of())
                        .map());
    }

    public static Transform sort(String field, boolean descending) {
        return new Transform(
                "sortBy",
                Form.of("fields", Form.of())
                        .with(
                                "sort",
                                List.of(Form.of("desc", descending)
                                        .with("field", field)
                                        .map()))
                        .map());
    }

    /** The unit of all values is what a query says in a field. */
    public static Transform unitFrom(String refId, String field) {
        return new Transform(
                "configFromData",
                Form.of("applyTo", Form.of("id", "byType").with("options", "number"))
                        .with("configRefId", refId)
                        .with(
                                "mappings",
                                List.of(Form.of("fieldName", field)
                                        .with("handlerKey", "unit")
                                        .with("reducerId", "lastNotNull")
                                        .map()))
                        .map());
    }

    Map<String, Object> json() {
        return Form.of("id", id).with("options", options).map();
    }
}
