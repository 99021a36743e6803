package cn.zhengai.collector.mapping;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.reading.SeriesIndex;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of all points for one source, by point id. */
final class PointRules {
    private final Map<String, PointRule> byId = new HashMap<>();

    PointRules(SourceMapping mapping, Catalogue catalogue, SeriesIndex index) {
        catalogue.points().forEach((id, point) -> {
            boolean allowed = mapping.points().isEmpty() || mapping.points().contains(id);
            byId.put(id, new PointRule(point, allowed, index));
        });
    }

    @Nullable
    PointRule named(String id) {
        return byId.get(id);
    }

    Collection<String> ids() {
        return byId.keySet();
    }
}
