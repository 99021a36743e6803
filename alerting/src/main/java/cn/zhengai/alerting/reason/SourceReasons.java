package cn.zhengai.alerting.reason;

import cn.zhengai.alerting.silence.Due;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.evidence.Agreement;
import cn.zhengai.core.evidence.Explanation;
import cn.zhengai.core.evidence.Explanation.Kind;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.warning.Warning;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Why a source, or one of its points, was said to be silent: how many series it answered for when it was looked, and how
 * many of them were overdue. Counts alone, by point: series of persons are not named.
 */
record SourceReasons(ReadingStore store) {
    private static final Duration NEAR = Duration.ofMinutes(1);

    /** One point of the source at the look. */
    private static final class Count {
        private int expected;
        private final List<Due> overdue = new ArrayList<>();
    }

    /**
     * @param then what was waited for by the catalogue of that day
     * @param look when it was raised
     */
    Explanation explain(Explanation node, Warning warning, Awaited then, Instant look, int limit) {
        Map<String, Count> counts = counts(warning, then, look, store.knownAt(look));
        if (!same(warning, overdue(counts))) {
            // a batch gets its time before it is in the log
            Map<String, Count> before = counts(warning, then, look, store.knownAt(look.minus(NEAR)));
            counts = same(warning, overdue(before)) ? before : counts;
        }
        return explained(node, warning, then, look, new Seen(counts, limit));
    }

    /**
     * What was seen.
     *
     * @param limit points listed
     */
    private record Seen(Map<String, Count> counts, int limit) {}

    private static List<Due> overdue(Map<String, Count> counts) {
        return counts.values().stream().flatMap(count -> count.overdue.stream()).toList();
    }

    private static boolean same(Warning warning, List<Due> overdue) {
        return overdue.stream().map(Due::from).min(Instant::compareTo).equals(Optional.of(warning.firstAt()))
                && overdue.stream().map(Due::by).min(Instant::compareTo).equals(Optional.of(warning.raisedAt()))
                && warning.raisedValue() == Micros.position(Micros.ofWhole(overdue.size()), false);
    }

    private static Explanation explained(Explanation node, Warning warning, Awaited then, Instant look, Seen seen) {
        Map<String, Count> counts = seen.counts;
        boolean whole = warning.point().equals(Warning.WHOLE_SOURCE);
        List<Due> overdue = overdue(counts);
        int expected =
                counts.values().stream().mapToInt(count -> count.expected).sum();
        ZoneId zone = then.rules().zone();
        if (overdue.isEmpty()) {
            return node.by("按当时所知的采集值和目录推算不出这条预警", "")
                    .compared(new Agreement(Agreement.State.DIFFERS, SilenceReasons.kept(warning, zone)));
        }
        Due first = overdue.stream().min(Comparator.comparing(Due::by)).orElseThrow();
        String rule = whole ? "来源的序列有一半以上过了期限，算作数据来源中断" : "来源的一个质控点有 5 个以上序列过了期限，合为一条";
        List<Explanation> parts = counts.entrySet().stream()
                .filter(entry -> !entry.getValue().overdue.isEmpty())
                .map(entry -> part(then, entry.getKey(), entry.getValue()))
                .toList();
        int listed = Math.min(seen.limit, parts.size());
        return node.by(
                        Runs.day(look, zone) + " 查看时，" + expected + " 个应有采集值的序列里有 " + overdue.size() + " 个过了期限，最早的应在 "
                                + Runs.day(first.by(), zone) + " 之前到",
                        rule)
                .compared(new Agreement(
                        same(warning, overdue) ? Agreement.State.EQUAL : Agreement.State.DIFFERS,
                        Micros.text(Math.floorDiv(warning.raisedValue(), 2)) + " 个序列，"
                                + SilenceReasons.kept(warning, zone)))
                .from(parts.subList(0, listed), parts.size() - listed);
    }

    private Map<String, Count> counts(Warning warning, Awaited then, Instant look, Knowledge known) {
        String source = warning.source().orElseThrow();
        SourceMapping mapping = then.rules().sources().get(source);
        Set<String> all = mapping == null || mapping.points().isEmpty()
                ? then.rules().points().keySet()
                : mapping.points();
        Set<String> points = warning.point().equals(Warning.WHOLE_SOURCE) ? all : Set.of(warning.point());
        Map<String, Count> counts = new TreeMap<>();
        store.latest(points, known, logged -> {
            if (logged.head().source().equals(source)) {
                count(counts, then, logged, look);
            }
        });
        return counts;
    }

    private static void count(Map<String, Count> counts, Awaited then, Logged logged, Instant look) {
        if (!then.alive(logged.reading().series(), look)) {
            return;
        }
        then.due(logged).ifPresent(due -> {
            Count count = counts.computeIfAbsent(logged.reading().series().point(), point -> new Count());
            count.expected++;
            if (due.overdue(look)) {
                count.overdue.add(due);
            }
        });
    }

    private static Explanation part(Awaited then, String id, Count count) {
        ControlPoint point = then.rules().point(id).orElseThrow();
        Due first = count.overdue.stream().min(Comparator.comparing(Due::by)).orElseThrow();
        return Explanation.of(Kind.RUN, point.name(), count.overdue.size() + " / " + count.expected + " 个序列无数据")
                .by(
                        "最早的应在 " + Runs.day(first.by(), then.rules().zone()) + " 之前到",
                        "目录：质控点 " + id + "，" + then.cadence(point) + "；校历");
    }
}
