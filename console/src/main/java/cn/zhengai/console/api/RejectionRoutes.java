package cn.zhengai.console.api;

import cn.zhengai.collector.rejection.Resent;
import cn.zhengai.console.board.Records;
import cn.zhengai.console.http.Asked;
import cn.zhengai.console.http.Bodies;
import cn.zhengai.console.http.Fields;
import cn.zhengai.console.http.Guard;
import cn.zhengai.console.http.Json;
import cn.zhengai.console.http.Refusal;
import cn.zhengai.console.http.Route;
import cn.zhengai.console.push.Credentials;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.Intake.Kept;
import cn.zhengai.core.port.Intake.Query;
import cn.zhengai.core.reading.Rejection;
import cn.zhengai.core.reading.RejectionId;
import cn.zhengai.core.reading.RejectionStanding;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rejected rows: looked for, put right, sent again, dismissed. */
public final class RejectionRoutes {
    private static final long LARGEST_BODY = 256 * 1024L;
    private static final int MOST_AT_ONCE = 1000;

    private final Records records;
    private final DeskCalls desk;
    private final Credentials credentials;
    private final Guard guard;
    private final Bodies bodies = new Bodies(LARGEST_BODY);

    public RejectionRoutes(Records records, DeskCalls desk, Credentials credentials, Guard guard) {
        this.records = records;
        this.desk = desk;
        this.credentials = credentials;
        this.guard = guard;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/rejections", this::list),
                Route.post("/api/v1/rejections/retry", this::retry),
                Route.get("/api/v1/rejections/{id}", this::one),
                Route.post("/api/v1/rejections/{id}/repair", this::repair),
                Route.post("/api/v1/rejections/{id}/dismiss", this::dismiss));
    }

    private void list(Context ctx) {
        Query query =
                RejectionQuery.of(new Asked(ctx), records.catalogue().get().zone(), 100);
        Intake intake = records.ledger().intake();
        DeskCalls.Sight sight = desk.sight();
        var items = intake.find(query).stream()
                .map(one -> shape(one, sight.shows(one)))
                .toList();
        Json.answer(ctx, Shapes.page(items, intake.count(query), query.offset(), query.limit()));
    }

    private void one(Context ctx) {
        Kept one = desk.one(ctx.pathParam("id"));
        Json.answer(ctx, shape(one, desk.sight().shows(one)));
    }

    private void repair(Context ctx) {
        guard.sameOrigin(ctx);
        String source = credentials.source(ctx);
        Kept one = desk.one(ctx.pathParam("id"));
        JsonNode body = Json.read(bodies.read(ctx));
        Map<String, String> columns = new LinkedHashMap<>();
        body.path("columns")
                .properties()
                .forEach(cell -> columns.put(cell.getKey(), cell.getValue().isNull() ? "" : text(cell.getValue())));
        Resent resent = desk.repair(
                one, columns, body.path("by").asText(""), body.path("why").asText(""), source);
        Kept after = desk.one(ctx.pathParam("id"));
        Json.answer(
                ctx,
                outcome(resent)
                        .put("rejection", shape(after, desk.sight().shows(after)))
                        .map());
    }

    private static String text(JsonNode cell) {
        if (!cell.isValueNode()) {
            throw Refusal.badParameter("columns", "每一列应为单个值");
        }
        return cell.asText();
    }

    private void retry(Context ctx) {
        guard.sameOrigin(ctx);
        JsonNode body = Json.read(bodies.read(ctx));
        String by = body.path("by").asText("");
        String why = body.path("why").asText("");
        Resent resent = body.has("ids") ? desk.retry(ids(body), by, why) : desk.retry(query(body), by, why);
        Json.answer(ctx, outcome(resent).map());
    }

    private List<RejectionId> ids(JsonNode body) {
        List<RejectionId> ids = new ArrayList<>();
        body.path("ids").forEach(id -> ids.add(desk.one(id.asText()).id()));
        if (ids.isEmpty() || ids.size() > MOST_AT_ONCE) {
            throw Refusal.badParameter("ids", "应为 1 到 " + MOST_AT_ONCE + " 个编号");
        }
        return ids;
    }

    /** All that is open when the body asks for nothing. */
    private static Query query(JsonNode body) {
        return new Query(
                named(body, "source"),
                named(body, "reason").map(RejectionQuery::reason),
                Optional.of(RejectionStanding.Status.OPEN),
                Optional.empty(),
                named(body, "text"),
                0,
                Integer.MAX_VALUE);
    }

    private static Optional<String> named(JsonNode body, String name) {
        return Optional.of(body.path(name).asText("").strip()).filter(text -> !text.isEmpty());
    }

    private void dismiss(Context ctx) {
        guard.sameOrigin(ctx);
        Kept one = desk.one(ctx.pathParam("id"));
        JsonNode body = Json.read(bodies.read(ctx));
        Kept after =
                desk.dismiss(one, body.path("by").asText(""), body.path("why").asText(""));
        Json.answer(ctx, shape(after, desk.sight().shows(after)));
    }

    private static Fields outcome(Resent resent) {
        return Fields.of("repaired", resent.repaired())
                .put("open", resent.open())
                .put("accepted", resent.readings());
    }

    /** Detail, row and columns of persons are null. */
    private static Map<String, @Nullable Object> shape(Kept one, boolean shown) {
        Rejection rejection = one.rejection();
        RejectionStanding standing = one.standing();
        return Fields.of("id", one.id().toString())
                .put("source", rejection.head().source())
                .put("batch", rejection.head().id())
                .put("recordedAt", rejection.head().recordedAt())
                .put("row", rejection.row())
                .put("status", standing.status().name())
                .put("reason", standing.reason().name())
                .put("message", standing.reason().chinese())
                .put("firstReason", rejection.reason().name())
                .put("detail", shown ? standing.detail() : null)
                .put("raw", shown ? rejection.raw() : null)
                .put("columns", shown ? standing.columns() : null)
                .put("answer", standing.answer().map(RejectionRoutes::answer))
                .map();
    }

    private static Map<String, @Nullable Object> answer(RejectionStanding.Answer answer) {
        return Fields.of("by", answer.by())
                .put("at", answer.at())
                .put("why", answer.why())
                .put("batch", answer.batch().isBlank() ? null : answer.batch())
                .map();
    }
}
