package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Intake.Kept;
import cn.zhengai.core.port.Intake.OpenCount;
import cn.zhengai.core.port.Intake.Query;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.KeptRow;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Rejection;
import cn.zhengai.core.reading.RejectionId;
import cn.zhengai.core.reading.RejectionStanding;
import cn.zhengai.core.reading.RejectionStanding.Answer;
import cn.zhengai.core.reading.RejectionStanding.Status;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Rejections in their table. Places count from 0 there, from 1 in {@link RejectionId}. */
final class RejectionTable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, String>> CELLS = new TypeReference<>() {};

    private static final String ADD = "INSERT INTO rejection"
            + " (receipt, place, source, line, reason, detail, raw, way, cells, reason_now)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SETTLE = "UPDATE rejection SET status = ?, reason_now = ?, detail_now = ?,"
            + " cells_now = ?, answer_by = ?, answer_at = ?, answer_why = ?, answer_batch = ?"
            + " WHERE receipt = ? AND place = ? AND status = 'OPEN'";
    private static final String FROM = " FROM rejection j JOIN receipt r ON r.number = j.receipt";
    private static final String SELECT = "SELECT j.receipt, j.place, r.batch, r.source, r.recorded_at, r.history,"
            + " j.line, j.reason, j.detail, j.raw, j.way, j.cells, j.status, j.reason_now, j.detail_now, j.cells_now,"
            + " j.answer_by, j.answer_at, j.answer_why, j.answer_batch" + FROM;
    private static final String OF_ROW = SELECT + " WHERE j.receipt = ? AND j.line ="
            + " (SELECT line FROM rejection WHERE receipt = ? AND place = ?) ORDER BY j.place";
    static final String OPEN = "SELECT source, reason_now, COUNT(*) AS rejections FROM rejection"
            + " WHERE status = 'OPEN' GROUP BY source, reason_now ORDER BY source, reason_now";

    private RejectionTable() {}

    static void add(Handle handle, long receipt, List<Rejection> rejections) {
        Rows.insert(handle, ADD, IntStream.range(0, rejections.size()).boxed().toList(), place -> {
            Rejection one = rejections.get(place);
            return new Object[] {
                receipt,
                place,
                one.head().source(),
                one.row(),
                one.reason().name(),
                one.detail(),
                one.raw(),
                one.kept().way(),
                json(one.kept().columns()),
                one.reason().name()
            };
        });
    }

    static List<Kept> find(Handle handle, Query query) {
        RejectionSearch search = RejectionSearch.of(query);
        return handle.select(findSql(search), search.with(query.limit(), query.offset()))
                .map(Row.as(RejectionTable::read))
                .list();
    }

    static String findSql(RejectionSearch search) {
        return SELECT + search.where() + " ORDER BY j.receipt DESC, j.place LIMIT ? OFFSET ?";
    }

    static long count(Handle handle, Query query) {
        RejectionSearch search = RejectionSearch.of(query);
        return handle.select("SELECT COUNT(*)" + FROM + search.where(), search.with())
                .mapTo(Long.class)
                .one();
    }

    static List<Kept> ofRow(Handle handle, RejectionId id) {
        return handle.select(OF_ROW, id.receipt(), id.receipt(), id.place() - 1)
                .map(Row.as(RejectionTable::read))
                .list();
    }

    static List<OpenCount> open(Handle handle) {
        return handle.select(OPEN)
                .map(Row.as(row -> new OpenCount(
                        row.getString("source"),
                        Rows.constant(Reason.class, row, "reason_now"),
                        row.getLong("rejections"))))
                .list();
    }

    /** How many of them were open. */
    static int settle(Handle handle, Map<RejectionId, RejectionStanding> standings) {
        return Rows.update(
                handle, SETTLE, List.copyOf(standings.entrySet()), one -> parameters(one.getKey(), one.getValue()));
    }

    private static @Nullable Object[] parameters(RejectionId id, RejectionStanding now) {
        Optional<Answer> answer = now.answer();
        return new @Nullable Object[] {
            now.status().name(),
            now.reason().name(),
            now.detail(),
            json(now.columns()),
            answer.map(Answer::by).orElse(null),
            answer.map(a -> Millis.of(a.at())).orElse(null),
            answer.map(Answer::why).orElse(null),
            answer.map(Answer::batch).orElse(null),
            id.receipt(),
            id.place() - 1
        };
    }

    private static Kept read(Row row) throws SQLException {
        BatchHead head = new BatchHead(
                row.getString("batch"),
                row.getString("source"),
                Rows.instant(row, "recorded_at"),
                row.getInt("history") != 0);
        KeptRow kept = new KeptRow(row.getString("way"), row.getString("raw"), cells(row.getString("cells")));
        Rejection rejection = new Rejection(
                head, row.getInt("line"), Rows.constant(Reason.class, row, "reason"), row.getString("detail"), kept);
        return new Kept(
                new RejectionId(row.getLong("receipt"), row.getInt("place") + 1), rejection, standing(row, rejection));
    }

    private static RejectionStanding standing(Row row, Rejection rejection) throws SQLException {
        @Nullable String detail = row.maybeString("detail_now");
        if (detail == null) {
            return RejectionStanding.untouched(rejection);
        }
        @Nullable String by = row.maybeString("answer_by");
        Optional<Answer> answer = by == null
                ? Optional.empty()
                : Optional.of(new Answer(
                        by,
                        Rows.instant(row, "answer_at"),
                        row.getString("answer_why"),
                        row.getString("answer_batch")));
        return new RejectionStanding(
                Rows.constant(Status.class, row, "status"),
                Rows.constant(Reason.class, row, "reason_now"),
                detail,
                cells(row.getString("cells_now")),
                answer);
    }

    private static String json(Map<String, String> cells) {
        try {
            return JSON.writeValueAsString(cells);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts can be written as JSON", impossible);
        }
    }

    private static Map<String, String> cells(String json) {
        try {
            return JSON.readValue(json, CELLS);
        } catch (JsonProcessingException damaged) {
            throw new PortException(Trouble.CORRUPT, "账本中拒收行的各列无法读取", damaged);
        }
    }
}
