package cn.zhengai.console.api;

import cn.zhengai.console.board.Board;
import cn.zhengai.console.board.Records;
import cn.zhengai.console.board.ShownBoard;
import cn.zhengai.console.http.Asked;
import cn.zhengai.console.http.Fields;
import cn.zhengai.console.http.Json;
import cn.zhengai.console.http.Route;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.measure.ShownCounts;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many series stand in which band. */
final class BandRoutes {
    private final Records records;

    BandRoutes(Records records) {
        this.records = records;
    }

    List<Route> routes() {
        return List.of(Route.get("/api/v1/bands", this::bands));
    }

    private void bands(Context ctx) {
        Optional<Level> wanted = new Asked(ctx).level();
        Board board = records.board().now();
        Catalogue catalogue = board.lines().catalogue();
        ShownBoard shown = new ShownBoard(board, records.discretion());
        List<Map<String, @Nullable Object>> levels = Arrays.stream(Level.values())
                .filter(l -> wanted.isEmpty() || wanted.get() == l)
                .map(l -> level(l, shown, catalogue))
                .toList();
        Json.answer(
                ctx,
                Fields.of("computedAt", board.computedAt())
                        .put("levels", levels)
                        .map());
    }

    private Map<String, @Nullable Object> level(Level level, ShownBoard board, Catalogue catalogue) {
        Optional<ShownCounts> shown = board.of(level);
        int subjects = catalogue.subjectsOf(level).size();
        return Fields.of("level", level.name())
                .put("name", level.chinese())
                .put("subjects", records.discretion().tooFew(level, subjects) ? null : subjects)
                .put("withheld", shown.isEmpty())
                .put("counts", shown.map(Shapes::counts))
                .put("together", shown.map(Shapes::together))
                .put(
                        "points",
                        catalogue.pointsOf(level).stream()
                                .filter(ControlPoint::enabled)
                                .map(p -> point(p, board.of(p)))
                                .toList())
                .map();
    }

    private static Map<String, @Nullable Object> point(ControlPoint point, Optional<ShownCounts> shown) {
        return Fields.of("point", point.id())
                .put("name", point.name())
                .put("withheld", shown.isEmpty())
                .put("counts", shown.map(Shapes::counts))
                .put("together", shown.map(Shapes::together))
                .map();
    }
}
