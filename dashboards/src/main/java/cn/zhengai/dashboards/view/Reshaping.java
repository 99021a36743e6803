package cn.zhengai.dashboards.view;

import cn.zhengai.dashboards.grafana.Transform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The transforms in use, as Grafana does them. What another one says is refused, so that none is forgotten here. */
final class Reshaping {
    private Reshaping() {}

    static Sheet apply(Transform transform, Sheet sheet) {
        return switch (transform.id()) {
            // tables of one panel are below each other already, and units are the panel's
            case "merge", "configFromData" -> sheet;
            case "filterFieldsByName" -> keep(sheet, names(transform));
            case "organize" -> order(sheet, ranks(transform));
            case "sortBy" -> sort(sheet, sorting(transform));
            default -> throw new IllegalArgumentException("a transform nobody does: " + transform.id());
        };
    }

    private static List<?> names(Transform transform) {
        return transform.options().get("include") instanceof Map<?, ?> include
                        && include.get("names") instanceof List<?> names
                ? names
                : List.of();
    }

    private static Map<?, ?> ranks(Transform transform) {
        return transform.options().get("indexByName") instanceof Map<?, ?> ranks ? ranks : Map.of();
    }

    private static Map<?, ?> sorting(Transform transform) {
        return transform.options().get("sort") instanceof List<?> sorts && sorts.get(0) instanceof Map<?, ?> sort
                ? sort
                : Map.of();
    }

    private static Sheet keep(Sheet sheet, List<?> names) {
        return sheet.pick(IntStream.range(0, sheet.fields().size())
                .filter(i -> names.contains(sheet.fields().get(i)))
                .boxed()
                .toList());
    }

    /** Fields it does not name come last. */
    private static Sheet order(Sheet sheet, Map<?, ?> ranks) {
        Comparator<Integer> byRank = Comparator.comparingInt(
                i -> ranks.get(sheet.fields().get(i)) instanceof Integer rank ? rank : Integer.MAX_VALUE);
        return sheet.pick(
                IntStream.range(0, sheet.fields().size()).boxed().sorted(byRank).toList());
    }

    /** What is not known comes last, whichever way. */
    private static Sheet sort(Sheet sheet, Map<?, ?> sorting) {
        int place = sheet.place(String.valueOf(sorting.get("field")));
        if (place < 0) {
            return sheet;
        }
        Comparator<@Nullable Object> rising = Reshaping::compare;
        Comparator<@Nullable Object> wanted = Boolean.TRUE.equals(sorting.get("desc")) ? rising.reversed() : rising;
        List<List<@Nullable Object>> rows = new ArrayList<>(sheet.rows());
        rows.sort(Comparator.comparing(row -> row.get(place), Comparator.nullsLast(wanted)));
        return new Sheet(sheet.fields(), rows);
    }

    private static int compare(@Nullable Object a, @Nullable Object b) {
        return a instanceof Number one && b instanceof Number other
                ? Double.compare(one.doubleValue(), other.doubleValue())
                : String.valueOf(a).compareTo(String.valueOf(b));
    }
}
