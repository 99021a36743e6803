package cn.zhengai.storage.results.evaluate;

import cn.zhengai.storage.results.table.Bytes;
import java.util.Comparator;
import java.util.Map;

/** Order of the series of an answer: by the values of the tags grouped by, in the order of their names. */
final class Groups {
    static final Comparator<Map<String, String>> ORDER =
            Comparator.comparing(tags -> String.join("\0", tags.values()), Bytes.ORDER);

    private Groups() {}
}
