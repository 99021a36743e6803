package cn.zhengai.dashboards.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * One measurement.
 *
 * @param says what one point of it is
 * @param tags by which points are told apart and grouped
 * @param fields what a point says, by name
 */
public record Measurement(String name, String says, Set<String> tags, Map<String, FieldKind> fields) {
    public Measurement {
        tags = Collections.unmodifiableSet(new LinkedHashSet<>(tags));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        for (String tag : tags) {
            if (fields.containsKey(tag)) {
                throw new IllegalArgumentException("tag and field at once: " + name + "." + tag);
            }
        }
    }

    static Measurement of(String name, String says, String... tags) {
        return new Measurement(name, says, new LinkedHashSet<>(java.util.List.of(tags)), Map.of());
    }

    Measurement decimals(String... names) {
        return with(FieldKind.DECIMAL, names);
    }

    Measurement wholes(String... names) {
        return with(FieldKind.WHOLE, names);
    }

    Measurement texts(String... names) {
        return with(FieldKind.TEXT, names);
    }

    Measurement truths(String... names) {
        return with(FieldKind.TRUTH, names);
    }

    private Measurement with(FieldKind kind, String... names) {
        Map<String, FieldKind> more = new LinkedHashMap<>(fields);
        for (String field : names) {
            more.put(field, kind);
        }
        return new Measurement(name, says, tags, more);
    }

    /** A tag or a field of it. */
    public boolean has(String column) {
        return tags.contains(column) || fields.containsKey(column);
    }
}
