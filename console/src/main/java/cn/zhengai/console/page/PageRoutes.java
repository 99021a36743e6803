package cn.zhengai.console.page;

import cn.zhengai.console.api.Acknowledging;
import cn.zhengai.console.board.AssessmentShelf;
import cn.zhengai.console.board.Records;
import cn.zhengai.console.board.SeriesLook.Watched;
import cn.zhengai.console.http.Asked;
import cn.zhengai.console.http.Fault;
import cn.zhengai.console.http.Guard;
import cn.zhengai.console.http.Refusal;
import cn.zhengai.console.http.Route;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.warning.Warning;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people may look at, and the one thing they may do here: answer a warning. */
public final class PageRoutes {
    private final Records records;
    private final Guard guard;
    private final Frames frames;
    private final Views views = new Views();
    private final AssessmentPageRoutes assessments;
    private final Acknowledging acknowledging;

    public PageRoutes(Records records, AssessmentShelf shelf, Guard guard, String version) {
        this.records = records;
        this.guard = guard;
        this.frames = new Frames(records, version);
        this.assessments = new AssessmentPageRoutes(records, shelf, guard, frames, views);
        this.acknowledging = new Acknowledging(records);
    }

    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(List.of(
                Route.get("/", this::overview),
                Route.get("/levels/{level}", this::level),
                Route.get("/warnings", this::warnings),
                Route.get("/warnings/{id}", ctx -> warning(ctx, "")),
                Route.post("/warnings/{id}/acknowledge", this::acknowledge),
                Route.get("/series/{point}/{subject}", this::series),
                Route.get("/sources", this::sources),
                Route.get("/catalogue/versions", ctx -> versions(ctx, Optional.empty())),
                Route.get("/catalogue/versions/{number}", this::version),
                Route.get("/docs", this::docs)));
        routes.addAll(assessments.routes());
        return routes;
    }

    private void overview(Context ctx) {
        Frame frame = frames.of(ctx, "总览", "/");
        views.show(
                ctx,
                "overview",
                Overview.of(frame, records, assessments.standing(frame.cycle().id())));
    }

    private void level(Context ctx) {
        String asked = ctx.pathParam("level");
        Level level = Arrays.stream(Level.values())
                .filter(l -> l.name().toLowerCase(Locale.ROOT).equals(asked))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("没有层面 " + asked));
        views.show(ctx, "level", LevelPage.of(frames.of(ctx, level.chinese() + "层面", "/"), level, records));
    }

    private void warnings(Context ctx) {
        Asked asked = new Asked(ctx);
        Optional<String> number = asked.text("number").map(String::strip);
        Optional<Warning> named = number.flatMap(records.ledger().warnings()::warning);
        if (named.isPresent()) {
            ctx.redirect(Links.warning(named.get().id()), HttpStatus.SEE_OTHER);
            return;
        }
        String problem = number.map(n -> "没有编号为 " + n + " 的预警，请核对通知邮件里的编号").orElse("");
        views.show(ctx, "warnings", WarningsPage.of(frames.of(ctx, "预警", "/warnings"), asked, records, problem));
    }

    private void warning(Context ctx, String problem) {
        String id = ctx.pathParam("id");
        Warning warning = records.ledger().warnings().warning(id).orElseThrow(() -> Refusal.notFound("没有预警 " + id));
        views.show(ctx, "warning", WarningPage.of(frames.of(ctx, "预警详情", "/warnings"), warning, records, problem));
    }

    /** A form that lacks something comes back with a sentence about it. */
    private void acknowledge(Context ctx) {
        guard.sameOrigin(ctx);
        String id = ctx.pathParam("id");
        try {
            acknowledging.acknowledge(id, field(ctx, "by"), field(ctx, "note"));
        } catch (Refusal refusal) {
            if (refusal.fault() != Fault.BAD_PARAMETER) {
                throw refusal;
            }
            ctx.status(refusal.fault().status());
            warning(ctx, refusal.detail());
            return;
        }
        ctx.redirect(Links.warning(id), HttpStatus.SEE_OTHER);
    }

    private static String field(Context ctx, String name) {
        return Optional.ofNullable(ctx.formParam(name)).orElse("");
    }

    private void series(Context ctx) {
        Watched watched = records.series()
                .find(ctx.pathParam("point"), ctx.pathParam("subject"))
                .orElseThrow(
                        () -> Refusal.notFound("没有序列 " + ctx.pathParam("point") + " / " + ctx.pathParam("subject")));
        if (records.discretion().hides(watched.point().level())) {
            throw new Refusal(Fault.PERSONAL, "单个" + watched.point().level().chinese() + "的数据不在此处显示");
        }
        views.show(ctx, "series", SeriesPage.of(frames.of(ctx, "序列", "/"), watched, records));
    }

    private void sources(Context ctx) {
        views.show(ctx, "sources", SourcesPage.of(frames.of(ctx, "数据来源", "/sources"), new Asked(ctx), records));
    }

    private void versions(Context ctx, Optional<Integer> number) {
        views.show(ctx, "versions", VersionsPage.of(frames.of(ctx, "目录版本", ""), records, number));
    }

    private void version(Context ctx) {
        String number = ctx.pathParam("number");
        if (!number.matches("\\d{1,6}")) {
            throw Refusal.notFound("目录没有第 " + number + " 版");
        }
        versions(ctx, Optional.of(Integer.valueOf(number)));
    }

    private void docs(Context ctx) {
        views.show(ctx, "docs", DocsPage.of(frames.of(ctx, "接口文档", "/docs")));
    }

    /** Shows why a page cannot be shown. */
    public void refusal(Context ctx, Refusal refusal) {
        Frame frame = frames.of("出错了", "", Optional.empty());
        views.show(ctx, "error", new ErrorPage(frame, refusal.fault(), refusal.detail()));
    }
}
