package cn.zhengai.console.reason;

import cn.zhengai.alerting.reason.WarningReasons;
import cn.zhengai.assessment.explain.ExplanationDesk;
import cn.zhengai.console.board.Records;
import cn.zhengai.console.http.Json;
import cn.zhengai.console.http.Route;
import cn.zhengai.console.page.Frames;
import cn.zhengai.console.page.Views;
import cn.zhengai.core.evidence.Explanation;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every answer with its reasons, for programs below {@code /api/v1} and for people. */
public final class ReasonRoutes {
    private final Reasons reasons;
    private final Frames frames;
    private final Views views = new Views();

    public ReasonRoutes(Records records, ExplanationDesk desk, WarningReasons warnings, String version) {
        this.reasons = new Reasons(records, desk, warnings);
        this.frames = new Frames(records, version);
    }

    public List<Route> routes() {
        Map<String, Function<Context, Explanation>> answers = Map.of(
                "/explain/grade/{unit}/{cycle}", reasons::grade,
                "/explain/goal/{unit}/{goal}/{cycle}", reasons::goal,
                "/explain/figure/{point}/{over}/{cycle}", reasons::figure,
                "/explain/band/{point}/{subject}", reasons::band,
                "/explain/warning/{id}", reasons::warning);
        return answers.entrySet().stream()
                .flatMap(answer -> Stream.of(
                        Route.get(
                                "/api/v1" + answer.getKey(),
                                ctx -> Json.answer(
                                        ctx,
                                        ExplanationJson.shape(answer.getValue().apply(ctx)))),
                        Route.get(
                                answer.getKey(),
                                ctx -> show(ctx, answer.getValue().apply(ctx)))))
                .toList();
    }

    private void show(Context ctx, Explanation explanation) {
        String here = ctx.path().startsWith("/explain/warning") ? "/warnings" : "/assessments";
        views.show(ctx, "explain", new ReasonPage(frames.of(ctx, "依据", here), explanation, ctx.path()));
    }
}
