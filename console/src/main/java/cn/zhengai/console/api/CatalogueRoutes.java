package cn.zhengai.console.api;

import cn.zhengai.console.board.Discretion;
import cn.zhengai.console.board.Records;
import cn.zhengai.console.http.Asked;
import cn.zhengai.console.http.Fault;
import cn.zhengai.console.http.Fields;
import cn.zhengai.console.http.Json;
import cn.zhengai.console.http.Refusal;
import cn.zhengai.console.http.Route;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Subject;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** What the college declared. */
final class CatalogueRoutes {
    private final Records records;

    CatalogueRoutes(Records records) {
        this.records = records;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/catalogue", this::catalogue),
                Route.get("/api/v1/catalogue/points", this::points),
                Route.get("/api/v1/catalogue/subjects", this::subjects),
                Route.get("/api/v1/catalogue/units", this::units),
                Route.get("/api/v1/catalogue/cycles", this::cycles));
    }

    private void catalogue(Context ctx) {
        Catalogue catalogue = records.catalogue().get();
        Json.answer(
                ctx,
                Fields.of("college", catalogue.college())
                        .put("zone", catalogue.zone().getId())
                        .put("digest", catalogue.digest())
                        .put("units", catalogue.tree().units().size())
                        .put("points", catalogue.points().size())
                        .put("subjects", catalogue.subjects().size())
                        .put("cycles", catalogue.cycles().size())
                        .put("goals", catalogue.goals().size())
                        .put("sources", catalogue.sources().keySet())
                        .map());
    }

    private void points(Context ctx) {
        Asked asked = new Asked(ctx);
        Optional<Level> level = asked.level();
        var all = records.catalogue().get().points().values().stream()
                .filter(p -> level.isEmpty() || level.get() == p.level())
                .toList();
        int offset = asked.offset();
        int limit = asked.limit(1000);
        var items = all.stream().skip(offset).limit(limit).map(Shapes::point).toList();
        Json.answer(ctx, Shapes.page(items, all.size(), offset, limit));
    }

    private void subjects(Context ctx) {
        Asked asked = new Asked(ctx);
        Optional<Level> level = asked.level();
        Discretion discretion = records.discretion();
        if (level.isPresent() && discretion.hides(level.get())) {
            throw new Refusal(Fault.PERSONAL, "教师、学生名单不在此处提供");
        }
        List<Subject> all = records.catalogue().get().subjects().values().stream()
                .filter(s -> level.map(l -> l == s.level()).orElse(!discretion.hides(s.level())))
                .toList();
        int offset = asked.offset();
        int limit = asked.limit(100);
        var items = all.stream().skip(offset).limit(limit).map(Shapes::subject).toList();
        Json.answer(ctx, Shapes.page(items, all.size(), offset, limit));
    }

    private void units(Context ctx) {
        var items = records.catalogue().get().tree().units().stream()
                .map(u -> Fields.of("id", u.id())
                        .put("name", u.name())
                        .put("kind", u.kind().name())
                        .put("parent", u.parent())
                        .put("aliases", u.aliases())
                        .map())
                .toList();
        Json.answer(ctx, Shapes.page(items, items.size(), 0, items.size()));
    }

    private void cycles(Context ctx) {
        var items = records.catalogue().get().cycles().values().stream()
                .map(c -> Fields.of("id", c.id())
                        .put("name", c.name())
                        .put("kind", c.kind().name())
                        .put("from", c.from().toString())
                        .put("until", c.until().toString())
                        .map())
                .toList();
        Json.answer(ctx, Shapes.page(items, items.size(), 0, items.size()));
    }
}
