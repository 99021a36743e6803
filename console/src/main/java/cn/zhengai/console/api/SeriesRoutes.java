package cn.zhengai.console.api;

import cn.zhengai.console.board.Records;
import cn.zhengai.console.board.SeriesLook.Latest;
import cn.zhengai.console.board.SeriesLook.Watched;
import cn.zhengai.console.http.Asked;
import cn.zhengai.console.http.Fault;
import cn.zhengai.console.http.Json;
import cn.zhengai.console.http.Refusal;
import cn.zhengai.console.http.Route;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Series and their readings; those of persons are withheld as {@link cn.zhengai.console.board.Discretion} says. */
final class SeriesRoutes {
    private final Records records;

    SeriesRoutes(Records records) {
        this.records = records;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/series", this::list),
                Route.get("/api/v1/series/{point}/{subject}", this::one),
                Route.get("/api/v1/series/{point}/{subject}/readings", this::readings),
                Route.get("/api/v1/series/{point}/{subject}/revisions", this::revisions));
    }

    private void list(Context ctx) {
        Asked asked = new Asked(ctx);
        Optional<Level> level = asked.level();
        Optional<String> point = asked.text("point");
        Optional<String> subject = asked.text("subject");
        Optional<Band> band = asked.text("band").map(SeriesRoutes::band);
        List<ControlPoint> points = points(level, point, subject);
        List<Latest> all =
                records
                        .series()
                        .latest(points, s -> subject.isEmpty() || subject.get().equals(s.id()))
                        .stream()
                        .filter(l -> band.isEmpty() || band.get() == l.band())
                        .sorted(Comparator.comparing(l -> l.watched().key()))
                        .toList();
        int offset = asked.offset();
        int limit = asked.limit(100);
        List<Map<String, @Nullable Object>> items =
                all.stream().skip(offset).limit(limit).map(SeriesRoutes::shape).toList();
        Json.answer(ctx, Shapes.page(items, all.size(), offset, limit));
    }

    private static Band band(String name) {
        for (Band band : Band.values()) {
            if (band.name().equalsIgnoreCase(name)) {
                return band;
            }
        }
        throw Refusal.badParameter("band", "没有这种状态：" + name);
    }

    private List<ControlPoint> points(Optional<Level> level, Optional<String> point, Optional<String> subject) {
        Catalogue catalogue = records.catalogue().get();
        Optional<ControlPoint> named =
                point.map(p -> catalogue.point(p).orElseThrow(() -> Refusal.badParameter("point", "目录中没有质控点 " + p)));
        Optional<Level> ofSubject = subject.map(s -> catalogue
                .subject(s)
                .orElseThrow(() -> Refusal.badParameter("subject", "目录中没有诊改主体 " + s))
                .level());
        Optional<Level> wanted =
                named.map(ControlPoint::level).or(() -> ofSubject).or(() -> level);
        wanted.filter(records.discretion()::hides).ifPresent(l -> {
            throw new Refusal(Fault.PERSONAL, l.chinese() + "层面的单个序列不在此处提供，请查看 /api/v1/bands");
        });
        return catalogue.points().values().stream()
                .filter(p -> named.isEmpty() || named.get().equals(p))
                .filter(p -> level.isEmpty() || level.get() == p.level())
                .filter(p -> ofSubject.isEmpty() || ofSubject.get() == p.level())
                .filter(p -> p.enabled() && !records.discretion().hides(p.level()))
                .toList();
    }

    private static Map<String, @Nullable Object> shape(Latest latest) {
        Watched watched = latest.watched();
        return Shapes.series(watched)
                .put("band", latest.band().name())
                .put(
                        "lines",
                        Shapes.lines(watched.linesAt(latest.logged().reading().at())))
                .put("last", Shapes.reading(watched, latest.logged()))
                .map();
    }

    private void one(Context ctx) {
        Watched watched = watched(ctx);
        List<Logged> all = records.series().read(watched);
        Optional<Logged> last = all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
        long at = last.map(l -> l.reading().at()).orElse(records.time().millis());
        Json.answer(
                ctx,
                Shapes.series(watched)
                        .put(
                                "band",
                                last.map(watched::band).orElse(Band.UNKNOWN).name())
                        .put("lines", Shapes.lines(watched.linesAt(at)))
                        .put("readings", all.size())
                        .put("last", last.map(l -> Shapes.reading(watched, l)))
                        .map());
    }

    private void readings(Context ctx) {
        Watched watched = watched(ctx);
        Asked asked = new Asked(ctx);
        ZoneId zone = records.catalogue().get().zone();
        long from = asked.instant("from", zone).map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
        long until = asked.instant("until", zone).map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        Knowledge asOf =
                asked.instant("asOf", zone).map(records.readings()::knownAt).orElse(ReadingStore.NOW);
        List<Logged> all = records.series().read(watched, from, until, asOf);
        int offset = asked.offset();
        int limit = asked.whole("limit", 1000, 1, 10_000);
        var items = all.stream()
                .skip(offset)
                .limit(limit)
                .map(l -> Shapes.reading(watched, l))
                .toList();
        Json.answer(ctx, Shapes.page(items, all.size(), offset, limit));
    }

    private void revisions(Context ctx) {
        Watched watched = watched(ctx);
        Instant at = new Asked(ctx)
                .instant("at", records.catalogue().get().zone())
                .orElseThrow(() -> Refusal.badParameter("at", "请给出采集值的时间"));
        var items = records.series().revisions(watched, at.toEpochMilli()).stream()
                .map(l -> Shapes.reading(watched, l))
                .toList();
        Json.answer(ctx, Shapes.page(items, items.size(), 0, items.size()));
    }

    private Watched watched(Context ctx) {
        String point = ctx.pathParam("point");
        String subject = ctx.pathParam("subject");
        Watched watched = records.series()
                .find(point, subject)
                .orElseThrow(() -> Refusal.notFound("没有序列 " + point + "/" + subject));
        if (records.discretion().hides(watched.point().level())) {
            throw new Refusal(Fault.PERSONAL, "单个" + watched.point().level().chinese() + "的数据不在此处提供");
        }
        return watched;
    }
}
