package cn.zhengai.storage.results.evaluate;

import cn.zhengai.storage.results.evaluate.Table.Row;
import cn.zhengai.storage.results.table.Series;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A series and those of its points that were looked for, oldest first.
 *
 * @param rows values as {@link Fetch} orders them
 */
record Found(Series series, List<Row> rows) {
    Map<String, String> tags(Collection<String> names) {
        return tags(series, names);
    }

    /** The tags of these names, in their order. */
    static Map<String, String> tags(Series series, Collection<String> names) {
        Map<String, String> tags = new TreeMap<>(series.tags());
        tags.keySet().retainAll(names);
        return tags;
    }
}
