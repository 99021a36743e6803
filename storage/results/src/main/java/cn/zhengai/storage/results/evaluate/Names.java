package cn.zhengai.storage.results.evaluate;

import cn.zhengai.dashboards.schema.FieldKind;
import cn.zhengai.dashboards.schema.Measurement;
import cn.zhengai.storage.results.question.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What can be named in a question: tags, and fields with what they hold. */
record Names(Set<String> tags, Map<String, FieldKind> fields) {

    static Names of(Measurement measurement) {
        return new Names(measurement.tags(), measurement.fields());
    }

    /** Of the answer to a SELECT. */
    static Names of(Table table, Set<String> tags) {
        return new Names(tags, table.columns());
    }

    FieldKind kind(String name) {
        FieldKind field = fields.get(name);
        if (field != null) {
            return field;
        }
        if (!tags.contains(name)) {
            throw Refused.because("没有标签或字段 " + name);
        }
        return FieldKind.TEXT;
    }

    boolean isField(String name) {
        kind(name);
        return fields.containsKey(name);
    }

    /** The columns of an answer. */
    static Map<String, FieldKind> named(Iterable<Map.Entry<String, FieldKind>> columns) {
        Map<String, FieldKind> named = new LinkedHashMap<>();
        for (Map.Entry<String, FieldKind> column : columns) {
            if (column.getKey().equals("time") || named.put(column.getKey(), column.getValue()) != null) {
                throw Refused.because("两列都叫 " + column.getKey());
            }
        }
        return named;
    }
}
