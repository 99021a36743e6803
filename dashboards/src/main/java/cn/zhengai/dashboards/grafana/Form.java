package cn.zhengai.dashboards.grafana;

import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object being put together; keys stand in the order they came in. */
public final class Form {
    private final Map<String, Object> entries = new LinkedHashMap<>();

    private Form() {}

    public static Form of() {
        return new Form();
    }

    public static Form of(String key, Object value) {
        return new Form().with(key, value);
    }

    public Form with(String key, Object value) {
        entries.put(key, value instanceof Form form ? form.map() : value);
        return this;
    }

    public Map<String, Object> map() {
        return entries;
    }
}
