package cn.zhengai.console.api;

import cn.zhengai.alerting.scorecard.PointSupply;
import cn.zhengai.alerting.scorecard.Scorecard;
import cn.zhengai.alerting.scorecard.Scorecards.Sheet;
import cn.zhengai.alerting.scorecard.Share;
import cn.zhengai.console.board.Records;
import cn.zhengai.console.http.Fields;
import cn.zhengai.console.http.Json;
import cn.zhengai.console.http.Route;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.port.Provenance.Dispute;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Series;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How well the sources supply, and what they do not agree on. */
final class SupplyRoutes {
    private final Records records;

    SupplyRoutes(Records records) {
        this.records = records;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/sources/scorecard", this::scorecard), Route.get("/api/v1/disputes", this::disputes));
    }

    private void scorecard(Context ctx) {
        Sheet sheet = records.scorecards().now();
        Json.answer(
                ctx,
                Fields.of(
                                "items",
                                sheet.cards().stream().map(SupplyRoutes::card).toList())
                        .put("at", sheet.at())
                        .put("calendarEnds", sheet.silence().calendarEnds())
                        .map());
    }

    private static Map<String, @Nullable Object> card(Scorecard card) {
        return Fields.of("source", card.source())
                .put("from", card.from().toString())
                .put("newestAt", card.newestAt())
                .put("lastBatchAt", card.lastBatchAt())
                .put("expectedSeries", card.expected())
                .put("silentSeries", card.silent())
                .put("silentSince", card.silentSince())
                .put("nextDue", card.nextDue())
                .put("lagMedianSeconds", card.lag().map(l -> l.median().toSeconds()))
                .put("lagP95Seconds", card.lag().map(l -> l.slow().toSeconds()))
                .put("complete", share(card.complete()))
                .put("late", share(card.late()))
                .put("valid", share(card.valid()))
                .put("disputes", card.disputes())
                .put("points", card.points().stream().map(SupplyRoutes::point).toList())
                .put("neverConnected", card.neverConnected())
                .map();
    }

    private static Map<String, @Nullable Object> point(PointSupply point) {
        return Fields.of("point", point.point())
                .put("complete", share(point.complete()))
                .put("late", share(point.late()))
                .map();
    }

    private static Map<String, @Nullable Object> share(Share share) {
        return Fields.of("part", share.part())
                .put("whole", share.whole())
                .put("percent", share.percent())
                .map();
    }

    private void disputes(Context ctx) {
        var items = records.scorecards().now().disputes().stream()
                .map(this::dispute)
                .toList();
        Json.answer(ctx, Fields.of("items", items).map());
    }

    /** Of persons neither name nor value. */
    private Map<String, @Nullable Object> dispute(Dispute dispute) {
        Catalogue catalogue = records.catalogue().get();
        Series series = dispute.inForce().reading().series();
        boolean hidden = records.discretion().hides(catalogue, series.point());
        Optional<ControlPoint> point = catalogue.point(series.point());
        return Fields.of("point", series.point())
                .put("personal", hidden)
                .put("subject", hidden ? null : series.subject())
                .put("at", Instant.ofEpochMilli(dispute.inForce().reading().at()))
                .put("master", point.flatMap(p -> p.supply().master()))
                .put("inForce", said(dispute.inForce(), hidden))
                .put(
                        "others",
                        dispute.others().stream().map(l -> said(l, hidden)).toList())
                .map();
    }

    private static Map<String, @Nullable Object> said(Logged logged, boolean hidden) {
        return Fields.of("source", logged.head().source())
                .put("value", hidden ? null : Shapes.value(logged.reading().position()))
                .put("revision", logged.reading().revision())
                .put("batch", logged.head().id())
                .put("recordedAt", logged.head().recordedAt())
                .map();
    }
}
