package cn.zhengai.console.api;

import cn.zhengai.console.board.Records;
import cn.zhengai.console.board.WarningSearch.Found;
import cn.zhengai.console.board.WarningSearch.Wanted;
import cn.zhengai.console.http.Asked;
import cn.zhengai.console.http.Bodies;
import cn.zhengai.console.http.Fault;
import cn.zhengai.console.http.Fields;
import cn.zhengai.console.http.Guard;
import cn.zhengai.console.http.Json;
import cn.zhengai.console.http.Refusal;
import cn.zhengai.console.http.Route;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Warnings, their facts, and answering them. */
final class WarningRoutes {
    private static final long LARGEST_ANSWER = 16 * 1024L;

    private final Records records;
    private final Guard guard;
    private final Acknowledging acknowledging;
    private final Bodies bodies = new Bodies(LARGEST_ANSWER);

    WarningRoutes(Records records, Guard guard) {
        this.records = records;
        this.guard = guard;
        this.acknowledging = new Acknowledging(records);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/warnings", this::list),
                Route.get("/api/v1/warnings/{id}", this::one),
                Route.post("/api/v1/warnings/{id}/acknowledge", this::acknowledge));
    }

    private void list(Context ctx) {
        Asked asked = new Asked(ctx);
        ZoneId zone = records.catalogue().get().zone();
        Optional<String> subject = asked.text("subject");
        subject.flatMap(records.catalogue().get()::subject)
                .filter(s -> records.discretion().hides(s.level()))
                .ifPresent(s -> {
                    throw new Refusal(Fault.PERSONAL, "单个" + s.level().chinese() + "的预警不在此处提供");
                });
        Set<Level> listed = records.listed();
        Wanted wanted = new Wanted(
                asked.flag("open"),
                asked.kind(),
                asked.text("point"),
                subject,
                asked.text("unit"),
                asked.level().map(Set::of).orElse(listed.size() == Level.values().length ? Set.of() : listed),
                asked.level().isEmpty() && asked.text("unit").isEmpty(),
                asked.instant("from", zone),
                asked.instant("until", zone),
                asked.offset(),
                asked.limit(100));
        boolean persons = !wanted.levels().isEmpty() && !listed.containsAll(wanted.levels());
        Found found = persons ? new Found(List.of(), 0) : records.warnings().find(wanted);
        var items = found.warnings().stream().map(w -> shape(w).map()).toList();
        Json.answer(
                ctx,
                Fields.of("items", items)
                        .put("total", found.total())
                        .put("offset", wanted.offset())
                        .put("limit", wanted.limit())
                        .put("persons", persons(asked.level()))
                        .map());
    }

    /** Open warnings of persons, as numbers by point. */
    private List<Map<String, @Nullable Object>> persons(Optional<Level> level) {
        return Arrays.stream(Level.values())
                .filter(l -> records.discretion().hides(l))
                .filter(l -> level.isEmpty() || level.get() == l)
                .flatMap(l -> records.openOfPersons(l).stream())
                .map(g -> Fields.of("point", g.point().id())
                        .put("name", g.point().name())
                        .put("level", g.point().level().name())
                        .put("open", g.count())
                        .map())
                .toList();
    }

    private void one(Context ctx) {
        Warning warning = warning(ctx);
        List<Map<String, @Nullable Object>> facts = records.ledger().warnings().factsOf(warning.id()).stream()
                .map(f -> fact(f, records.discretion().hides(records.catalogue().get(), warning)))
                .toList();
        Json.answer(ctx, shape(warning).put("facts", facts).map());
    }

    private void acknowledge(Context ctx) {
        guard.sameOrigin(ctx);
        Warning warning = warning(ctx);
        JsonNode body = Json.read(bodies.read(ctx));
        Warning now = acknowledging.acknowledge(
                warning.id(), body.path("by").asText(""), body.path("note").asText(""));
        Json.answer(ctx, shape(now).map());
    }

    private Warning warning(Context ctx) {
        String id = ctx.pathParam("id");
        return records.ledger().warnings().warning(id).orElseThrow(() -> Refusal.notFound("没有预警 " + id));
    }

    private Fields shape(Warning warning) {
        Catalogue catalogue = records.catalogue().get();
        boolean hidden = records.discretion().hides(catalogue, warning);
        boolean noData = warning.kind() == WarningKind.NO_DATA;
        Optional<ControlPoint> point = catalogue.point(warning.point());
        Optional<Subject> subject = catalogue.subject(warning.subject());
        return Fields.of("id", warning.id())
                .put("kind", warning.kind().name())
                .put("severity", warning.severity().name())
                .put("status", warning.status().name())
                .put("open", warning.status().open())
                .put("level", point.map(p -> p.level().name()))
                .put("point", warning.point())
                .put("pointName", point.map(ControlPoint::name))
                .put(
                        "unit",
                        subject.map(Subject::unit)
                                .filter(u -> !records.discretion().hidesUnit(catalogue, warning.point(), u)))
                .put("personal", hidden)
                .put("subject", hidden ? null : warning.subject())
                .put("subjectName", hidden ? null : subject.map(Subject::name))
                .put("source", warning.source())
                .put("raisedValue", hidden || noData ? null : Shapes.value(warning.raisedValue()))
                .put(
                        "silentSeries",
                        noData ? Shapes.value(warning.raisedValue()).longValueExact() : null)
                .put("firstAt", warning.firstAt())
                .put("raisedAt", warning.raisedAt())
                .put("clearedAt", warning.clearedAt())
                .put("told", warning.told())
                .put("acknowledgement", warning.acknowledgement().map(a -> acknowledgement(a, hidden)));
    }

    /** What was written about a person may name it. */
    private static Map<String, @Nullable Object> acknowledgement(Warning.Acknowledgement a, boolean hidden) {
        return Fields.of("by", a.by())
                .put("at", a.at())
                .put("note", hidden ? null : a.note())
                .map();
    }

    private static Map<String, @Nullable Object> fact(Fact fact, boolean hidden) {
        return Fields.of("number", fact.number())
                .put("id", hidden ? null : fact.id())
                .put("step", fact.step().name())
                .put("severity", fact.warning().severity().name())
                .put("status", fact.warning().status().name())
                .put("tell", fact.tell())
                .put("recordedAt", fact.recordedAt())
                .put("by", fact.by())
                .map();
    }
}
