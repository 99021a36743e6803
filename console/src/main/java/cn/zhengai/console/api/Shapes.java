package cn.zhengai.console.api;

import cn.zhengai.console.board.SeriesLook.Watched;
import cn.zhengai.console.http.Fields;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.measure.ShownCounts;
import cn.zhengai.core.measure.ThreeLines;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How core's values look in JSON; the schemas of the same names stand in {@code openapi.json}. */
final class Shapes {
    private Shapes() {}

    static Map<String, @Nullable Object> page(
            List<Map<String, @Nullable Object>> items, long total, int offset, int limit) {
        return Fields.of("items", items)
                .put("total", total)
                .put("offset", offset)
                .put("limit", limit)
                .map();
    }

    static Map<String, @Nullable Object> point(ControlPoint point) {
        return Fields.of("id", point.id())
                .put("name", point.name())
                .put("level", point.level().name())
                .put("unit", point.unit().symbol())
                .put("codes", point.unit().codes())
                .put("direction", point.direction().name())
                .put("rollUp", point.rollUp().name())
                .put("cadence", point.cadence().name())
                .put("weight", point.weight().toString())
                .put("owner", point.owner())
                .put("appliesTo", point.appliesTo().stream().sorted().toList())
                .put("veto", point.watch().veto())
                .put("enabled", point.enabled())
                .put(
                        "lines",
                        point.versions().stream()
                                .map(v -> Fields.of("from", v.from().toString())
                                        .put("scope", v.scope().kind().name())
                                        .put("scopeId", v.scope().id())
                                        .put("lines", lines(v.lines()))
                                        .map())
                                .toList())
                .map();
    }

    static Map<String, @Nullable Object> lines(ThreeLines lines) {
        return Fields.of("target", lines.target().text())
                .put("standard", lines.standard().text())
                .put("warning", lines.warning().text())
                .map();
    }

    static Map<String, @Nullable Object> subject(Subject subject) {
        return Fields.of("id", subject.id())
                .put("name", subject.name())
                .put("level", subject.level().name())
                .put("unit", subject.unit())
                .put("groups", subject.groups().stream().sorted().toList())
                .map();
    }

    static Fields series(Watched watched) {
        return Fields.of("point", watched.point().id())
                .put("pointName", watched.point().name())
                .put("subject", watched.subject().id())
                .put("subjectName", watched.subject().name())
                .put("level", watched.point().level().name())
                .put("unit", watched.point().unit().symbol());
    }

    static Map<String, @Nullable Object> reading(Watched watched, Logged logged) {
        Reading reading = logged.reading();
        long floor = Math.floorDiv(reading.position(), 2);
        return Fields.of("at", Instant.ofEpochMilli(reading.at()))
                .put("value", Micros.toDecimal(floor))
                .put("exact", reading.position() % 2 == 0)
                .put("numerator", reading.isRatio() ? Micros.toDecimal(reading.numerator()) : null)
                .put("denominator", reading.isRatio() ? Micros.toDecimal(reading.denominator()) : null)
                .put("band", watched.band(logged).name())
                .put("revision", reading.revision())
                .put("source", logged.head().source())
                .put("batch", logged.head().id())
                .put("row", reading.row())
                .put("recordedAt", logged.head().recordedAt())
                .put("history", logged.head().history())
                .put("reason", logged.head().reason())
                .put("seq", logged.seq())
                .map();
    }

    /** Null for bands that are shown together. */
    static Map<String, @Nullable Object> counts(ShownCounts counts) {
        Fields byName = new Fields();
        for (Band band : Band.values()) {
            var count = counts.of(band);
            byName.put(band.name(), count.isPresent() ? count.getAsLong() : null);
        }
        return byName.map();
    }

    /** Bands of which only the sum is shown; empty when every band is shown by itself. */
    static List<Map<String, @Nullable Object>> together(ShownCounts counts) {
        return counts.merged().stream()
                .map(run -> Fields.of(
                                "bands", run.stream().sorted().map(Band::name).toList())
                        .put("count", counts.of(run).orElse(0))
                        .map())
                .toList();
    }

    static BigDecimal value(long position) {
        return Micros.toDecimal(Math.floorDiv(position, 2));
    }
}
