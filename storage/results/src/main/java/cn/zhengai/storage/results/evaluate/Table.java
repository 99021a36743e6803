package cn.zhengai.storage.results.evaluate;

import cn.zhengai.dashboards.schema.FieldKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a SELECT.
 *
 * @param columns besides time: what each holds, in the order asked
 * @param groups in order of their tags
 */
record Table(Map<String, FieldKind> columns, List<Group> groups) {
    /** Rows that share the tags grouped by, in the order in which they are given. */
    record Group(Map<String, String> tags, List<Row> rows) {}

    /** Values at a time, in nanoseconds. */
    record Row(long time, List<@Nullable Object> values) {
        static Row of(long time, @Nullable Object... values) {
            return new Row(time, Collections.unmodifiableList(Arrays.asList(values)));
        }
    }
}
