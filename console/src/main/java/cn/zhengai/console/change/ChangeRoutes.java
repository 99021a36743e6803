package cn.zhengai.console.change;

import cn.zhengai.console.board.AssessmentShelf;
import cn.zhengai.console.board.Records;
import cn.zhengai.console.http.Asked;
import cn.zhengai.console.http.Fields;
import cn.zhengai.console.http.Json;
import cn.zhengai.console.http.Route;
import cn.zhengai.console.page.Frames;
import cn.zhengai.console.page.Views;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.warning.Warning;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What changed since an instant, or since a place in the log; without either in the last seven days. */
public final class ChangeRoutes {
    private static final Duration A_WEEK = Duration.ofDays(7);

    private final Records records;
    private final ChangeLook look;
    private final Frames frames;
    private final Views views = new Views();

    public ChangeRoutes(Records records, AssessmentShelf shelf, String version) {
        this.records = records;
        this.look = new ChangeLook(records, shelf);
        this.frames = new Frames(records, version);
    }

    public List<Route> routes() {
        return List.of(Route.get("/api/v1/changes", this::list), Route.get("/changes", this::page));
    }

    private Knowledge since(Context ctx) {
        Asked asked = new Asked(ctx);
        Optional<String> text = asked.text("since");
        if (text.filter(t -> t.matches("\\d{1,18}")).isPresent()) {
            return Knowledge.parse(text.get());
        }
        ZoneId zone = records.catalogue().get().zone();
        Instant since =
                asked.instant("since", zone).orElse(records.time().instant().minus(A_WEEK));
        return records.readings().knownAt(since);
    }

    private void list(Context ctx) {
        Asked asked = new Asked(ctx);
        int offset = asked.offset();
        int limit = asked.limit(100);
        ChangeList found = look.since(since(ctx), offset, limit);
        Json.answer(
                ctx,
                Fields.of("since", found.since().text())
                        .put("until", found.until().text())
                        .put(
                                "counts",
                                found.counts().stream()
                                        .map(c -> Fields.of("point", c.point())
                                                .put("source", c.source())
                                                .put("count", c.count())
                                                .map())
                                        .toList())
                        .put("personal", found.personal())
                        .put(
                                "items",
                                found.items().stream().map(ChangeRoutes::item).toList())
                        .put("total", found.total())
                        .put("offset", offset)
                        .put("limit", limit)
                        .put(
                                "results",
                                found.results().stream()
                                        .map(r -> Fields.of("cycle", r.cycle())
                                                .put("computedAt", r.computedAt())
                                                .put("changes", r.changes())
                                                .map())
                                        .toList())
                        .map());
    }

    private static Map<String, @Nullable Object> item(ChangeList.Item item) {
        Reading now = item.change().after().reading();
        return Fields.of("point", now.series().point())
                .put("subject", now.series().subject())
                .put("at", Instant.ofEpochMilli(now.at()))
                .put("before", value(item.change().before()))
                .put("after", value(item.change().after()))
                .put("warnings", item.warnings().stream().map(Warning::id).toList())
                .map();
    }

    private static Map<String, @Nullable Object> value(Logged logged) {
        Reading reading = logged.reading();
        return Fields.of("value", Micros.toDecimal(Math.floorDiv(reading.position(), 2L)))
                .put("exact", reading.position() % 2 == 0)
                .put("numerator", reading.isRatio() ? Micros.toDecimal(reading.numerator()) : null)
                .put("denominator", reading.isRatio() ? Micros.toDecimal(reading.denominator()) : null)
                .put("source", logged.head().source())
                .put("batch", logged.head().id())
                .put("row", reading.row())
                .put("recordedAt", logged.head().recordedAt())
                .put("revision", reading.revision())
                .put("reason", logged.head().reason())
                .put("seq", logged.seq())
                .map();
    }

    private void page(Context ctx) {
        Asked asked = new Asked(ctx);
        int limit = 50;
        ChangeList found = look.since(since(ctx), asked.offset(), limit);
        ZoneId zone = records.catalogue().get().zone();
        String since = asked.text("since")
                .orElseGet(() -> records.time()
                        .instant()
                        .minus(A_WEEK)
                        .atZone(zone)
                        .toLocalDate()
                        .toString());
        views.show(
                ctx,
                "changes",
                new ChangesPage(frames.of(ctx, "数据更正", "/sources"), since, found, asked.offset(), limit));
    }
}
