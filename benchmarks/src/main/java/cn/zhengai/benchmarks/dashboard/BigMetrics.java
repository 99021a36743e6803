package cn.zhengai.benchmarks.dashboard;

import cn.zhengai.core.reading.Reason;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.schema.FieldKind;
import cn.zhengai.dashboards.schema.Measurement;
import cn.zhengai.dashboards.schema.Meters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A day of the metrics of four instances with twelve sources, every half minute; of rejections, which rest
 * nearly always, every five minutes, as the publisher says them.
 */
final class BigMetrics {
    private static final int INSTANCES = 4;
    private static final int SOURCES = 12;
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofMinutes(5);
    private static final Duration BACK = Duration.ofDays(1);

    private BigMetrics() {}

    static void points(Instant now, Consumer<Point> out) {
        for (Instant at = now.minus(BACK); !at.isAfter(now); at = at.plus(EVERY)) {
            long count = Duration.between(now.minus(BACK), at).toSeconds();
            boolean rests = count % AGAIN.toSeconds() != 0;
            List<Measurement> meters = Meters.all().stream()
                    .filter(m -> !(rests && m.has("reason")))
                    .toList();
            for (Measurement meter : meters) {
                for (int instance = 0; instance < INSTANCES; instance++) {
                    for (List<Map.Entry<String, String>> tags : tagsOf(meter)) {
                        out.accept(point(meter, instance, tags, count).at(at));
                    }
                }
            }
        }
    }

    private static Point.Draft point(
            Measurement meter, int instance, List<Map.Entry<String, String>> tags, long count) {
        Point.Draft draft = Point.of(meter)
                .tag("metric_type", "gauge")
                .tag("instance", "zhengai-" + instance + ":/var/lib/zhengai");
        tags.forEach(tag -> draft.tag(tag.getKey(), tag.getValue()));
        meter.fields().forEach((name, kind) -> {
            if (kind == FieldKind.DECIMAL) {
                draft.decimal(name, count / 600.0);
            } else {
                draft.text(name, "数据来源 " + tags);
            }
        });
        return draft;
    }

    /** All ways to fill in its tags: rejections of three sources, everything else of each. */
    private static List<List<Map.Entry<String, String>>> tagsOf(Measurement meter) {
        List<List<Map.Entry<String, String>>> all = List.of(List.of());
        for (String tag : meter.tags()) {
            List<String> values = valuesOf(tag, meter.has("reason") ? 3 : SOURCES);
            if (!values.isEmpty()) {
                List<List<Map.Entry<String, String>>> more = new ArrayList<>();
                for (List<Map.Entry<String, String>> before : all) {
                    for (String value : values) {
                        List<Map.Entry<String, String>> one = new ArrayList<>(before);
                        one.add(Map.entry(tag, value));
                        more.add(one);
                    }
                }
                all = more;
            }
        }
        return all;
    }

    private static List<String> valuesOf(String tag, int sources) {
        return switch (tag) {
            case "source" ->
                IntStream.range(0, sources).mapToObj(n -> "source-" + n).toList();
            case "reason" -> List.of(Reason.values()).stream().map(Reason::name).toList();
            case "channel" -> List.of("mail", "webhook");
            case "way" -> List.of("push");
            case "area" -> List.of("heap", "nonheap");
            case "id" -> List.of("eden", "old", "survivor");
            default -> List.of();
        };
    }
}
