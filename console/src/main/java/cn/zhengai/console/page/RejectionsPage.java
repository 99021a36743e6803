package cn.zhengai.console.page;

import cn.zhengai.console.api.DeskCalls;
import cn.zhengai.console.board.Records;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.Intake.Kept;
import cn.zhengai.core.port.Intake.OpenCount;
import cn.zhengai.core.port.Intake.Query;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.RejectionStanding.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rejected rows, newest first.
 *
 * @param said what became of rows just sent again; blank when none were
 * @param counts open ones by source and reason, most first
 * @param sources ids that may be chosen
 */
public record RejectionsPage(
        Frame frame,
        Query query,
        String said,
        List<OpenCount> counts,
        List<String> sources,
        List<Row> rows,
        long total) {

    /** @param shown whether its content may be shown */
    public record Row(Kept kept, boolean shown) {}

    static RejectionsPage of(Frame frame, Query query, String said, Records records, DeskCalls.Sight sight) {
        var intake = records.ledger().intake();
        Catalogue catalogue = records.catalogue().get();
        List<OpenCount> counts = intake.open().stream()
                .sorted((a, b) -> Long.compare(b.rejections(), a.rejections()))
                .toList();
        List<String> sources = Stream.concat(
                        catalogue.sources().values().stream().map(SourceMapping::id),
                        counts.stream().map(OpenCount::source))
                .distinct()
                .toList();
        List<Row> rows = intake.find(query).stream()
                .map(one -> new Row(one, sight.shows(one)))
                .toList();
        return new RejectionsPage(frame, query, said, counts, sources, rows, intake.count(query));
    }

    public Status status() {
        return query.status().orElse(Status.OPEN);
    }

    public List<Reason> reasons() {
        return List.of(Reason.values());
    }

    /** Some row is not shown as it came. */
    public boolean withholding() {
        return rows.stream().anyMatch(r -> !r.shown());
    }

    /** Address of the open ones of one source and reason. */
    public String at(OpenCount count) {
        return "/rejections?source=" + Links.part(count.source()) + "&reason=" + count.reason();
    }

    /** Address of a page of the same search. */
    public String at(int offset) {
        return "/rejections?status=" + status()
                + query.source().map(s -> "&source=" + Links.part(s)).orElse("")
                + query.reason().map(r -> "&reason=" + r).orElse("")
                + query.text().map(t -> "&text=" + Links.part(t)).orElse("")
                + "&offset=" + offset;
    }

    public Optional<Integer> previous() {
        return query.offset() > 0 ? Optional.of(Math.max(0, query.offset() - query.limit())) : Optional.empty();
    }

    public Optional<Integer> next() {
        int offset = query.offset() + query.limit();
        return offset < total ? Optional.of(offset) : Optional.empty();
    }
}
