package cn.zhengai.storage.duckdb.store;

import cn.zhengai.core.reading.Series;
import cn.zhengai.storage.duckdb.table.Filter;
import cn.zhengai.storage.duckdb.table.SeriesIds;
import cn.zhengai.storage.duckdb.table.Unsettled;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Questions about all series of some points are asked for a page of ids at a time: what DuckDB and this process hold in
 * memory does not grow with the number of series.
 */
final class Pages {
    private static final int SERIES = 1 << 17;
    /** So few ids are named one by one: DuckDB then skips the blocks between them. */
    private static final int NAMED = 1000;

    private final SeriesIds ids;
    private final Unsettled unsettled;

    Pages(SeriesIds ids, Unsettled unsettled) {
        this.ids = ids;
        this.unsettled = unsettled;
    }

    List<Page> of(Set<String> points) {
        List<Page> pages = new ArrayList<>();
        int count = ids.count();
        for (int first = 1; first <= count; first += SERIES) {
            int last = Math.min(count, first + SERIES - 1);
            List<Integer> wanted = new ArrayList<>();
            boolean settled = true;
            for (int id = first; id <= last; id++) {
                if (points.contains(ids.series(id).point())) {
                    wanted.add(id);
                    settled &= !unsettled.has(id);
                }
            }
            if (!wanted.isEmpty()) {
                pages.add(new Page(filter(first, last, wanted, points), settled));
            }
        }
        return pages;
    }

    /** Of these series, those the file knows. */
    List<Page> ofSeries(Collection<Series> series) {
        List<Integer> wanted = series.stream()
                .map(ids::find)
                .filter(id -> id != 0)
                .distinct()
                .sorted()
                .toList();
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i += SERIES) {
            List<Integer> part = wanted.subList(i, Math.min(wanted.size(), i + SERIES));
            pages.add(new Page(Filter.ofIds(part), part.stream().noneMatch(unsettled::has)));
        }
        return pages;
    }

    private static Filter filter(int first, int last, List<Integer> wanted, Set<String> points) {
        if (wanted.size() <= NAMED) {
            return Filter.ofIds(wanted);
        }
        Filter range = Filter.idsFrom(first, last);
        return wanted.size() == last - first + 1 ? range : range.ofPoints(points);
    }

    /** @param settled none of the series has readings in the log */
    record Page(Filter filter, boolean settled) {}
}
