package cn.zhengai.console.page;

import cn.zhengai.collector.rejection.Resent;
import cn.zhengai.console.api.DeskCalls;
import cn.zhengai.console.api.RejectionQuery;
import cn.zhengai.console.board.Records;
import cn.zhengai.console.http.Asked;
import cn.zhengai.console.http.Guard;
import cn.zhengai.console.http.Refusal;
import cn.zhengai.console.http.Route;
import cn.zhengai.console.push.Credentials;
import cn.zhengai.core.port.Intake.Kept;
import cn.zhengai.core.port.Intake.Query;
import cn.zhengai.core.reading.RejectionStanding.Status;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages of the rejection desk: what is open and why, one row with all that was done about it, and doing it. */
public final class RejectionPageRoutes {
    private static final String HERE = "/rejections";
    /** Before the name of a column in the form. */
    private static final String COLUMN = "column.";

    private final Records records;
    private final DeskCalls desk;
    private final Credentials credentials;
    private final Guard guard;
    private final Frames frames;
    private final Views views = new Views();

    public RejectionPageRoutes(Records records, DeskCalls desk, Credentials credentials, Guard guard, String version) {
        this.records = records;
        this.desk = desk;
        this.credentials = credentials;
        this.guard = guard;
        this.frames = new Frames(records, version);
    }

    public List<Route> routes() {
        return List.of(
                Route.get(HERE, ctx -> list(ctx, "")),
                Route.post(HERE + "/retry", this::retry),
                Route.get(HERE + "/{id}", ctx -> one(ctx, "")),
                Route.post(HERE + "/{id}/repair", ctx -> act(ctx, this::repair)),
                Route.post(HERE + "/{id}/retry", ctx -> act(ctx, this::again)),
                Route.post(HERE + "/{id}/dismiss", ctx -> act(ctx, this::dismiss)));
    }

    /** Open ones unless another status is asked for. */
    private void list(Context ctx, String said) {
        Query asked =
                RejectionQuery.of(new Asked(ctx), records.catalogue().get().zone(), 50);
        boolean any = new Asked(ctx).text("status").isPresent();
        Query query = any ? asked : asked.standing(Status.OPEN);
        views.show(
                ctx,
                "rejections",
                RejectionsPage.of(frames.of(ctx, "拒收处理", "/sources"), query, said, records, desk.sight()));
    }

    private void one(Context ctx, String problem) {
        Kept one = desk.one(ctx.pathParam("id"));
        views.show(
                ctx,
                "rejection",
                RejectionPage.of(
                        frames.of(ctx, "拒收 " + one.id(), "/sources"),
                        one,
                        desk.sight().shows(one),
                        problem,
                        records));
    }

    private void retry(Context ctx) {
        guard.sameOrigin(ctx);
        Query query = new Query(
                field(ctx, "source"),
                field(ctx, "reason").map(RejectionQuery::reason),
                Optional.of(Status.OPEN),
                Optional.empty(),
                field(ctx, "text"),
                0,
                Integer.MAX_VALUE);
        Resent resent = desk.retry(query, text(ctx, "by"), text(ctx, "why"));
        list(ctx, "已补报 " + resent.repaired() + " 条，仍待处理 " + resent.open() + " 条。");
    }

    /** A form that cannot be followed comes back with a sentence about it. */
    private void act(Context ctx, Act act) {
        guard.sameOrigin(ctx);
        Kept one = desk.one(ctx.pathParam("id"));
        try {
            act.on(ctx, one);
        } catch (Refusal refusal) {
            ctx.status(refusal.fault().status());
            one(ctx, refusal.fault().chinese() + (refusal.detail().isEmpty() ? "。" : "：" + refusal.detail()));
            return;
        }
        ctx.redirect(Links.rejection(one.id()), HttpStatus.SEE_OTHER);
    }

    private void repair(Context ctx, Kept one) {
        Map<String, String> columns = new LinkedHashMap<>();
        ctx.formParamMap().forEach((name, values) -> {
            if (name.startsWith(COLUMN) && !values.isEmpty()) {
                columns.put(name.substring(COLUMN.length()), values.get(0));
            }
        });
        String source = credentials.source(field(ctx, "key"));
        desk.repair(one, columns, text(ctx, "by"), text(ctx, "why"), source);
    }

    private void again(Context ctx, Kept one) {
        desk.retry(List.of(one.id()), text(ctx, "by"), text(ctx, "why"));
    }

    private void dismiss(Context ctx, Kept one) {
        desk.dismiss(one, text(ctx, "by"), text(ctx, "why"));
    }

    private static String text(Context ctx, String name) {
        return Optional.ofNullable(ctx.formParam(name)).orElse("");
    }

    private static Optional<String> field(Context ctx, String name) {
        return Optional.of(text(ctx, name).strip()).filter(text -> !text.isEmpty());
    }

    /** What a form asks for. */
    private interface Act {
        void on(Context ctx, Kept one);
    }
}
