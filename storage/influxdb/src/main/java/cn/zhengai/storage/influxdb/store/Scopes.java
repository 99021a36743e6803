package cn.zhengai.storage.influxdb.store;

import cn.zhengai.core.reading.Series;
import cn.zhengai.storage.influxdb.line.Literals;
import cn.zhengai.storage.influxdb.table.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a question is about, as conditions: so large that there are few, so small that one fits a request. */
final class Scopes {
    private static final int SUBJECTS = 300;

    private Scopes() {}

    /** All series of a point. */
    static String point(String point, long from, long until) {
        return Literals.is(Schema.POINT, point) + Literals.span(from, until);
    }

    /** Everything. */
    static String span(long from, long until) {
        String span = Literals.span(from, until);
        return span.isEmpty() ? span : span.substring(" AND ".length());
    }

    /** These series, each once; of one point in one condition up to so many. */
    static List<String> series(Collection<Series> series, long from, long until) {
        Map<String, TreeSet<String>> byPoint = new TreeMap<>();
        for (Series one : series) {
            byPoint.computeIfAbsent(one.point(), point -> new TreeSet<>()).add(one.subject());
        }
        List<String> scopes = new ArrayList<>();
        byPoint.forEach((point, subjects) -> {
            List<String> all = List.copyOf(subjects);
            for (int first = 0; first < all.size(); first += SUBJECTS) {
                List<String> part = all.subList(first, Math.min(all.size(), first + SUBJECTS));
                scopes.add(Literals.is(Schema.POINT, point) + " AND " + Literals.in(Schema.SUBJECT, part)
                        + Literals.span(from, until));
            }
        });
        return scopes;
    }
}
