package cn.zhengai.console.api;

import cn.zhengai.console.board.Records;
import cn.zhengai.console.http.Asked;
import cn.zhengai.console.http.Fields;
import cn.zhengai.console.http.Json;
import cn.zhengai.console.http.Route;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.Intake.SourceStanding;
import cn.zhengai.core.port.Outbox;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.warning.Notice;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came in, what was refused, and what was sent out. */
final class SourceRoutes {
    private final Records records;

    SourceRoutes(Records records) {
        this.records = records;
    }

    List<Route> routes() {
        return List.of(Route.get("/api/v1/sources", this::sources), Route.get("/api/v1/notices", this::notices));
    }

    private void sources(Context ctx) {
        Catalogue catalogue = records.catalogue().get();
        Map<String, SourceStanding> standings = new LinkedHashMap<>();
        records.ledger().intake().sources().forEach(s -> standings.put(s.source(), s));
        Map<String, Map<String, Long>> open = new LinkedHashMap<>();
        records.ledger()
                .intake()
                .open()
                .forEach(one -> open.computeIfAbsent(one.source(), x -> new LinkedHashMap<>())
                        .put(one.reason().name(), one.rejections()));
        Map<String, Map<String, @Nullable Object>> bySource = new LinkedHashMap<>();
        Set<String> ids = new LinkedHashSet<>(catalogue.sources().keySet());
        ids.addAll(standings.keySet());
        for (String id : ids) {
            bySource.put(id, source(id, catalogue, standings, open.getOrDefault(id, Map.of())));
        }
        Json.answer(ctx, Shapes.page(List.copyOf(bySource.values()), bySource.size(), 0, bySource.size()));
    }

    private static Map<String, @Nullable Object> source(
            String id, Catalogue catalogue, Map<String, SourceStanding> standings, Map<String, Long> open) {
        Optional<SourceMapping> mapping =
                Optional.ofNullable(catalogue.sources().get(id));
        Optional<SourceStanding> standing = Optional.ofNullable(standings.get(id));
        Map<Reason, Long> rejected = standing.map(SourceStanding::rejected).orElse(Map.of());
        Map<String, Long> byName = new LinkedHashMap<>();
        for (Reason reason : Reason.values()) {
            if (rejected.getOrDefault(reason, 0L) > 0) {
                byName.put(reason.name(), rejected.getOrDefault(reason, 0L));
            }
        }
        return Fields.of("source", id)
                .put("name", mapping.map(SourceMapping::name))
                .put("owner", mapping.flatMap(SourceMapping::owner))
                .put("declared", mapping.isPresent())
                .put("batches", standing.map(SourceStanding::batches).orElse(0L))
                .put("accepted", standing.map(SourceStanding::accepted).orElse(0L))
                .put(
                        "rejected",
                        byName.values().stream().mapToLong(Long::longValue).sum())
                .put("rejectedByReason", byName)
                .put("open", open.values().stream().mapToLong(Long::longValue).sum())
                .put("openByReason", open)
                .put("lastBatchAt", standing.map(SourceStanding::lastBatchAt))
                .put("newestAt", standing.flatMap(SourceStanding::newestAt))
                .map();
    }

    private void notices(Context ctx) {
        int limit = new Asked(ctx).limit(50);
        var items = records.ledger().outbox().recent(limit).stream()
                .map(this::notice)
                .toList();
        Map<String, Long> counts = new LinkedHashMap<>();
        Map<Notice.State, Long> known = records.ledger().outbox().counts();
        for (Notice.State state : Notice.State.values()) {
            counts.put(state.name(), known.getOrDefault(state, 0L));
        }
        Json.answer(
                ctx,
                Fields.of("items", items)
                        .put("counts", counts)
                        .put("unconfigured", records.unconfigured())
                        .map());
    }

    /** Without address: addresses are people's. */
    private Map<String, @Nullable Object> notice(Outbox.Kept kept) {
        Notice notice = kept.notice();
        return Fields.of("id", notice.id())
                .put("fact", notice.fact())
                .put("unit", notice.unit())
                .put("channel", notice.channel())
                .put("title", records.titleOf(notice))
                .put("createdAt", notice.createdAt())
                .put("state", kept.standing().state().name())
                .put("attempts", kept.standing().attempts())
                .put("answer", kept.standing().answer())
                .map();
    }
}
