package cn.zhengai.console.api;

import cn.zhengai.assessment.AssessmentDesk;
import cn.zhengai.assessment.breakdown.AssessmentJson;
import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.breakdown.ReadingEvidence;
import cn.zhengai.assessment.export.Exports;
import cn.zhengai.assessment.export.Format;
import cn.zhengai.assessment.grade.Shown;
import cn.zhengai.assessment.rollup.SubjectFigure;
import cn.zhengai.console.board.AssessmentShelf;
import cn.zhengai.console.board.Records;
import cn.zhengai.console.http.Asked;
import cn.zhengai.console.http.Fault;
import cn.zhengai.console.http.Fields;
import cn.zhengai.console.http.Guard;
import cn.zhengai.console.http.Json;
import cn.zhengai.console.http.Refusal;
import cn.zhengai.console.http.Route;
import cn.zhengai.core.measure.Fraction;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Achievement and grades, down to the readings. */
final class AssessmentRoutes {
    private static final String CYCLE = "/api/v1/assessments/{cycle}";
    private static final String GOAL = CYCLE + "/departments/{unit}/goals/{goal}/subjects";

    private final Records records;
    private final AssessmentShelf shelf;
    private final Guard guard;

    AssessmentRoutes(Records records, AssessmentShelf shelf, Guard guard) {
        this.records = records;
        this.shelf = shelf;
        this.guard = guard;
    }

    List<Route> routes() {
        return List.of(
                Route.get(CYCLE, ctx -> document(ctx, newest(ctx))),
                Route.post(CYCLE, this::compute),
                Route.get(CYCLE + "/history", this::history),
                Route.get(CYCLE + "/export", this::export),
                Route.get(CYCLE + "/departments/{unit}", this::department),
                Route.get(GOAL, this::subjects),
                Route.get(GOAL + "/{subject}/readings", this::readings));
    }

    private void compute(Context ctx) {
        guard.sameOrigin(ctx);
        String cycle = ctx.pathParam("cycle");
        Optional<Instant> asOf =
                new Asked(ctx).instant("asOf", records.catalogue().get().zone());
        AssessmentDesk desk = shelf.desk();
        document(ctx, shelf.redacted(asOf.map(at -> desk.assess(cycle, at)).orElseGet(() -> desk.assess(cycle))));
    }

    private static void document(Context ctx, CollegeAssessment assessment) {
        ctx.contentType(Format.JSON.mediaType()).result(AssessmentJson.text(assessment));
    }

    private CollegeAssessment newest(Context ctx) {
        String cycle = ctx.pathParam("cycle");
        return shelf.newest(cycle)
                .orElseThrow(() -> Refusal.notFound("周期 " + cycle + " 还没有考核结果；请先以 POST 方法请求同一地址进行计算"));
    }

    private void history(Context ctx) {
        var items = shelf.desk().history(ctx.pathParam("cycle")).stream()
                .map(k -> Fields.of("cycle", k.cycle())
                        .put("computedAt", k.computedAt())
                        .put("catalogueDigest", k.catalogue())
                        .put("digest", k.digest())
                        .map())
                .toList();
        Json.answer(ctx, Shapes.page(items, items.size(), 0, items.size()));
    }

    private void export(Context ctx) {
        String asked = new Asked(ctx).text("format").orElse("xlsx");
        Format format = Arrays.stream(Format.values())
                .filter(f -> f.extension().equalsIgnoreCase(asked))
                .findFirst()
                .orElseThrow(() -> Refusal.badParameter("format", "应为 xlsx、csv 或 json，收到 " + asked));
        CollegeAssessment assessment = newest(ctx);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Exports.write(assessment, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String cycle = assessment.cycle().id();
        String name = URLEncoder.encode("考核结果-" + cycle + "." + format.extension(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        String plain = "assessment." + format.extension();
        ctx.header("Content-Disposition", "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + name);
        ctx.contentType(format.mediaType()).result(out.toByteArray());
    }

    private void department(Context ctx) {
        String unit = ctx.pathParam("unit");
        JsonNode whole = Json.read(AssessmentJson.text(newest(ctx)).getBytes(StandardCharsets.UTF_8));
        for (String list : List.of("departments", "otherUnits")) {
            for (JsonNode department : whole.path(list)) {
                if (department.path("unit").asText().equals(unit) && department instanceof ObjectNode found) {
                    Json.answer(ctx, found.set("running", whole.path("running")));
                    return;
                }
            }
        }
        throw Refusal.notFound("考核结果中没有单位 " + unit);
    }

    private void subjects(Context ctx) {
        Asked asked = new Asked(ctx);
        List<SubjectFigure> all =
                shelf.desk().subjects(ctx.pathParam("cycle"), ctx.pathParam("unit"), ctx.pathParam("goal"));
        refusePersons(ctx);
        int offset = asked.offset();
        int limit = asked.limit(1000);
        var items = all.stream()
                .skip(offset)
                .limit(limit)
                .map(AssessmentRoutes::subject)
                .toList();
        Json.answer(ctx, Shapes.page(items, all.size(), offset, limit));
    }

    private void readings(Context ctx) {
        var found = shelf.desk()
                .readings(
                        ctx.pathParam("cycle"), ctx.pathParam("unit"), ctx.pathParam("goal"), ctx.pathParam("subject"));
        refusePersons(ctx);
        var items = found.stream().map(AssessmentRoutes::evidence).toList();
        Json.answer(ctx, Shapes.page(items, items.size(), 0, items.size()));
    }

    /** Of a goal that today's catalogue no longer has, or measures otherwise, nobody knows whether it is of persons. */
    private void refusePersons(Context ctx) {
        String cycle = ctx.pathParam("cycle");
        String unit = ctx.pathParam("unit");
        String id = ctx.pathParam("goal");
        Optional<String> point = records.catalogue().get().goals().stream()
                .filter(g ->
                        g.id().equals(id) && g.cycle().equals(cycle) && g.unit().equals(unit))
                .findFirst()
                .flatMap(g -> GoalPoint.of(g.scoring()));
        boolean hidden = point.map(
                        p -> records.discretion().hides(records.catalogue().get(), p))
                .orElse(!records.discretion().personalOpen());
        if (hidden) {
            throw new Refusal(Fault.PERSONAL, "此目标涉及个人，只提供汇总");
        }
    }

    private static Map<String, @Nullable Object> subject(SubjectFigure figure) {
        return Fields.of("subject", figure.subject())
                .put("name", figure.name())
                .put("value", figure.value().map(AssessmentRoutes::figure))
                .put("band", figure.band().name())
                .put("meets", figure.meets())
                .put("count", figure.count())
                .put("lastAt", figure.lastAt())
                .put("lastRow", figure.lastRow())
                .map();
    }

    private static Map<String, @Nullable Object> evidence(ReadingEvidence evidence) {
        return Fields.of("at", evidence.at())
                .put("value", figure(evidence.value()))
                .put("numerator", evidence.numerator().map(AssessmentRoutes::figure))
                .put("denominator", evidence.denominator().map(AssessmentRoutes::figure))
                .put("source", evidence.source())
                .put("batch", evidence.batch())
                .put("row", evidence.row())
                .put("recordedAt", evidence.recordedAt())
                .put("history", evidence.history())
                .put("reason", evidence.reason())
                .map();
    }

    private static Map<String, @Nullable Object> figure(Fraction value) {
        return Fields.of("exact", value.toString())
                .put("shown", Shown.percent(value))
                .map();
    }
}
