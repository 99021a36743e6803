package cn.zhengai.console.api;

import cn.zhengai.console.board.Records;
import cn.zhengai.console.board.VersionLook;
import cn.zhengai.console.board.VersionLook.Row;
import cn.zhengai.console.http.Asked;
import cn.zhengai.console.http.Fields;
import cn.zhengai.console.http.Json;
import cn.zhengai.console.http.Refusal;
import cn.zhengai.console.http.Route;
import cn.zhengai.core.version.Change;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** Which rules held when, and what changed. */
final class VersionRoutes {
    private static final int MOST = 1_000_000;

    private final VersionLook look;

    VersionRoutes(Records records) {
        this.look = new VersionLook(records);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/catalogue/versions", this::all),
                Route.get("/api/v1/catalogue/versions/diff", this::diff),
                Route.get("/api/v1/catalogue/versions/{number}", this::one));
    }

    private void all(Context ctx) {
        var items = look.all().stream().map(row -> shape(row).map()).toList();
        Json.answer(ctx, Shapes.page(items, items.size(), 0, items.size()));
    }

    private void one(Context ctx) {
        Row row = look.one(number(ctx.pathParam("number")));
        int number = row.head().number();
        Json.answer(
                ctx,
                shape(row)
                        .put("changes", shapes(look.changes(number - 1, number)))
                        .map());
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,6}")) {
            throw Refusal.badParameter("number", "应为版本号，收到 " + text);
        }
        return Integer.parseInt(text);
    }

    private void diff(Context ctx) {
        Asked asked = new Asked(ctx);
        int to = asked.whole("to", 0, 1, MOST);
        if (to == 0) {
            throw Refusal.badParameter("to", "请写较新的版本号");
        }
        int from = asked.whole("from", to - 1, 0, MOST);
        Json.answer(
                ctx,
                Fields.of("from", from)
                        .put("to", to)
                        .put("changes", shapes(look.changes(from, to)))
                        .map());
    }

    private static Fields shape(Row row) {
        return Fields.of("number", row.head().number())
                .put("digest", row.head().digest())
                .put("from", row.head().from().toString())
                .put("recordedAt", row.head().recordedAt().toString())
                .put("author", row.head().author())
                .put("reason", row.head().reason())
                .put("standing", row.standing().name())
                .put("correction", row.correction());
    }

    private static List<Map<String, Object>> shapes(List<Change> changes) {
        return changes.stream()
                .map(c -> Fields.of("kind", c.kind().name())
                        .put("id", c.id())
                        .put("name", c.name())
                        .put("what", c.what())
                        .put("before", c.before())
                        .put("after", c.after())
                        .put("sentence", c.sentence())
                        .map())
                .toList();
    }
}
