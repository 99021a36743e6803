package cn.zhengai.console.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON object in the making, in the order fields are put; an empty {@link Optional} becomes {@code null}. */
public final class Fields {
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    public static Fields of(String name, @Nullable Object value) {
        return new Fields().put(name, value);
    }

    public Fields put(String name, @Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return put(name, optional.isPresent() ? optional.get() : null);
        }
        values.put(name, value instanceof Fields fields ? fields.map() : value);
        return this;
    }

    public Map<String, @Nullable Object> map() {
        return Collections.unmodifiableMap(values);
    }
}
