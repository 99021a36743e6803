package cn.zhengai.console.dashboard;

import cn.zhengai.console.board.Records;
import cn.zhengai.console.http.Asked;
import cn.zhengai.console.http.Json;
import cn.zhengai.console.http.Refusal;
import cn.zhengai.console.http.Route;
import cn.zhengai.console.page.Frame;
import cn.zhengai.console.page.Frames;
import cn.zhengai.console.page.Views;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.dashboards.answer.ResultSource;
import cn.zhengai.dashboards.board.Boards;
import cn.zhengai.dashboards.fill.Choice;
import cn.zhengai.dashboards.fill.Filling;
import cn.zhengai.dashboards.fill.Span;
import cn.zhengai.dashboards.grafana.Dashboard;
import cn.zhengai.dashboards.grafana.Link;
import cn.zhengai.dashboards.grafana.Look;
import cn.zhengai.dashboards.grafana.Panel;
import cn.zhengai.dashboards.grafana.Variable;
import cn.zhengai.dashboards.view.Asking;
import cn.zhengai.dashboards.view.PanelView;
import cn.zhengai.dashboards.view.View;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The boards, and what each of their panels shows: from published results alone, which name nobody. */
public final class BoardRoutes {
    private static final String PUBLISHED = "SELECT last(\"at\") FROM \"publication\"";
    private static final View UNFINISHED = new View.Nothing("还没有发布", "正在发布第一批结果，请稍候。");
    private static final int WIDTH = 600;
    private static final int WIDEST = 10_000;

    private final Records records;
    private final ResultSource results;
    private final Frames frames;
    private final Views views = new Views();
    private final List<Dashboard> boards = Boards.all();
    private volatile boolean published;

    public BoardRoutes(Records records, ResultSource results, String version) {
        this.records = records;
        this.results = results;
        this.frames = new Frames(records, version);
    }

    public List<Route> routes() {
        return List.of(
                Route.get(
                        "/boards",
                        ctx -> ctx.redirect("/boards/" + boards.get(0).uid(), HttpStatus.SEE_OTHER)),
                Route.get("/boards/{uid}", this::board),
                Route.get("/api/v1/boards/{uid}/panels/{id}", this::panel));
    }

    private Dashboard named(Context ctx) {
        String uid = ctx.pathParam("uid");
        return boards.stream()
                .filter(b -> b.uid().equals(uid))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("没有看板 " + uid));
    }

    private void board(Context ctx) {
        Dashboard board = named(ctx);
        Window window = Window.of(board, new Asked(ctx).text("span"));
        Choice choice =
                Choice.of(board, asked(ctx, board), window.until(records.time().instant()), results);
        Frame frame = frames.of(ctx, board.title(), "/boards");
        views.show(ctx, "board", BoardPage.of(frame, board, choice, window, published()));
    }

    /** A publication has ended; asked until it has. While results cannot be asked each panel says so itself. */
    private boolean published() {
        try {
            published = published || !results.ask(PUBLISHED).isEmpty();
        } catch (PortException away) {
            if (away.trouble() != Trouble.UNAVAILABLE) {
                throw away;
            }
            return true;
        }
        return published;
    }

    private static Map<String, String> asked(Context ctx, Dashboard board) {
        Asked asked = new Asked(ctx);
        Map<String, String> values = new LinkedHashMap<>();
        for (Variable variable : board.variables()) {
            asked.text("var-" + variable.name()).ifPresent(value -> values.put(variable.name(), value));
        }
        return values;
    }

    private void panel(Context ctx) {
        Dashboard board = named(ctx);
        String id = ctx.pathParam("id");
        Panel panel = board.panels().stream()
                .filter(p -> String.valueOf(p.id()).equals(id) && !(p.look() instanceof Look.Text))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("看板 " + board.title() + " 没有面板 " + id));
        Asked asked = new Asked(ctx);
        Window window = Window.of(board, asked.text("span"));
        Filling filling = filling(ctx, board, panel, window.until(records.time().instant()))
                .with(Link.TIME_RANGE, "span=" + window.code());
        Asking asking = new Asking(results, filling, records.catalogue().get().zone());
        ctx.header("Cache-Control", "no-store");
        View view = view(panel, board, asking);
        Json.answer(ctx, view instanceof View.Nothing && !published() ? UNFINISHED : view);
    }

    /** What asks for too much is the reader's to mend. */
    private static View view(Panel panel, Dashboard board, Asking asking) {
        try {
            return PanelView.of(panel, board.annotations(), asking);
        } catch (PortException failed) {
            if (failed.trouble() == Trouble.REFUSED) {
                throw Refusal.badParameter("span", String.valueOf(failed.getMessage()));
            }
            throw failed;
        }
    }

    /** A page says what it chose; who does not gets the first of each. What stands for all is looked up by who needs it. */
    private Filling filling(Context ctx, Dashboard board, Panel panel, Span span) {
        Map<String, String> values = asked(ctx, board);
        Duration interval = span.interval(panel.steps(new Asked(ctx).whole("width", WIDTH, 1, WIDEST)));
        boolean told =
                board.variables().stream().allMatch(v -> v.all() ? !panel.asks(v) : values.containsKey(v.name()));
        return told
                ? Filling.single(values, span, interval)
                : Choice.of(board, values, span, results).filling(interval);
    }
}
