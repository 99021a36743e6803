package cn.zhengai.server.publish;

import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.schema.FieldKind;
import cn.zhengai.dashboards.schema.Measurement;
import cn.zhengai.dashboards.schema.Published;
import cn.zhengai.dashboards.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A small world of points from a seed: gaps, points that are written again with other fields, odd names. */
final class RandomPoints {
    static final List<String> NAMES = List.of(
            "a",
            "B",
            "b",
            "a b",
            "a,b",
            "x=y",
            "教务|jw",
            "😀",
            "ﬀ",
            "it's",
            "\"q\"",
            "a\\b",
            ":root:a:",
            ":root:",
            "$v",
            "/s/",
            "a.b");

    static final List<Measurement> MEASUREMENTS = List.of(
            Published.OPEN_WARNINGS,
            Published.SHARE,
            Published.SERIES_NOW,
            Published.WARNING_FACT,
            Published.STANDING,
            Schema.named("zhengai_intake_accepted").orElseThrow(),
            Schema.named("zhengai_notices_delivered").orElseThrow());

    /** Six weeks over the border of a shard: the 364 days from 2025-12-15 on, by Go's count. */
    static final long FROM = 1_765_000_000_000L;

    static final long HOUR = 3_600_000L;

    private final Random random;
    private final int names;

    /** @param names how many of them a tag can be */
    RandomPoints(long seed, int names) {
        this.random = new Random(seed);
        this.names = names;
    }

    /** In the order in which they are to be written. */
    List<Point> some(int count) {
        List<Point> points = new ArrayList<>();
        for (Measurement measurement : MEASUREMENTS) {
            List<Map<String, String>> series = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                Point.Draft draft = Point.of(measurement);
                measurement.tags().forEach(tag -> draft.tag(tag, NAMES.get(random.nextInt(names))));
                series.add(fill(draft, measurement).at(FROM).tags());
            }
            for (int i = 0; i < count; i++) {
                Point.Draft draft = Point.of(measurement);
                series.get(random.nextInt(series.size())).forEach(draft::tag);
                points.add(fill(draft, measurement).atNanos(nanos()));
            }
        }
        return points;
    }

    private long nanos() {
        long millis = FROM + random.nextInt(300) * HOUR * 7 / 2;
        return Point.nanosOf(millis) + (random.nextInt(4) == 0 ? random.nextInt(3) : 0);
    }

    private Point.Draft fill(Point.Draft draft, Measurement measurement) {
        List<String> fields = List.copyOf(measurement.fields().keySet());
        Set<String> filled = new HashSet<>(Set.of(fields.get(random.nextInt(fields.size()))));
        fields.stream().filter(f -> random.nextInt(3) > 0).forEach(filled::add);
        fields.stream()
                .filter(filled::contains)
                .forEach(f -> value(draft, f, measurement.fields().getOrDefault(f, FieldKind.TEXT)));
        return draft;
    }

    private void value(Point.Draft draft, String field, FieldKind kind) {
        switch (kind) {
            case DECIMAL -> draft.decimal(field, random.nextInt(-40, 400) / 4.0);
            case WHOLE -> draft.whole(field, random.nextInt(-2, 5));
            case TEXT ->
                draft.text(field, NAMES.get(random.nextInt(NAMES.size())) + (random.nextInt(9) == 0 ? "\nz" : ""));
            case TRUTH -> draft.truth(field, random.nextBoolean());
        }
    }
}
