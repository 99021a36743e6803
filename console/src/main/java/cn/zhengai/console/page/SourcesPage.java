package cn.zhengai.console.page;

import cn.zhengai.alerting.scorecard.Scorecards.Sheet;
import cn.zhengai.collector.pull.PullStanding;
import cn.zhengai.console.board.Records;
import cn.zhengai.console.board.RowDiscretion;
import cn.zhengai.console.http.Asked;
import cn.zhengai.core.catalogue.Pull;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.Cursors;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.reading.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where data come from.
 *
 * @param rejections the newest, of one source when {@code chosen}
 */
public record SourcesPage(
        Frame frame,
        List<SourceRows.Row> sources,
        Optional<String> chosen,
        List<Rejected> rejections,
        boolean calendarEnds,
        List<ScoreRows.Row> scores,
        List<DisputeRows.Row> disputes,
        List<Pulled> pulls) {
    private static final int LISTED = 50;
    private static final int VANISHED = 1000;

    /** @param shown whether detail and raw row may be shown: those of persons are not */
    public record Rejected(Rejection row, boolean shown) {}

    /** Address of the rejection desk, for the chosen source. */
    public String desk() {
        return "/rejections" + chosen.map(s -> "?source=" + Links.part(s)).orElse("");
    }

    /**
     * A source whose database or topic is read by us.
     *
     * @param compared its database is compared at night; a topic is not
     * @param lastCompleteAt when everything there was had been taken
     * @param trouble what the last turn failed at
     * @param vanished rows that are no longer in the source, counted up to a limit
     */
    public record Pulled(
            String source,
            Optional<Instant> lastCompleteAt,
            Optional<String> trouble,
            boolean compared,
            Optional<Instant> comparedAt,
            int vanished) {
        /** As shown: {@code 3}, {@code 1000 以上}. */
        public String vanishedText() {
            return vanished < VANISHED ? Integer.toString(vanished) : VANISHED + " 以上";
        }
    }

    private static List<Pulled> pulls(Records records) {
        Map<String, PullStanding> standings = records.pulls().get().stream()
                .collect(Collectors.toMap(
                        PullStanding::source,
                        s -> s,
                        (one, other) -> one.trouble().isPresent() ? one : other));
        return records.catalogue().get().sources().values().stream()
                .filter(mapping ->
                        mapping.pull().isPresent() || mapping.follow().isPresent())
                .map(mapping -> pulled(mapping, Optional.ofNullable(standings.get(mapping.id())), records))
                .toList();
    }

    private static Pulled pulled(SourceMapping mapping, Optional<PullStanding> standing, Records records) {
        Cursors cursors = records.ledger().cursors();
        return new Pulled(
                mapping.name(),
                standing.flatMap(PullStanding::lastCompleteAt),
                standing.flatMap(PullStanding::trouble),
                mapping.pull().flatMap(Pull::nightly).isPresent(),
                cursors.comparedAt(mapping.id()),
                cursors.vanished(mapping.id(), VANISHED).size());
    }

    /** Some row is not shown as it came. */
    public boolean withholding() {
        return rejections.stream().anyMatch(r -> !r.shown());
    }

    static SourcesPage of(Frame frame, Asked asked, Records records) {
        Optional<String> chosen = asked.text("source");
        RowDiscretion discretion = new RowDiscretion(records.catalogue().get(), records.discretion());
        Sheet sheet = records.scorecards().now();
        Intake.Query newest = Intake.Query.all(LISTED);
        return new SourcesPage(
                frame,
                new SourceRows(records).all(),
                chosen,
                records.ledger().intake().find(chosen.map(newest::of).orElse(newest)).stream()
                        .map(k -> new Rejected(k.rejection(), discretion.shows(k.rejection())))
                        .toList(),
                sheet.silence().calendarEnds(),
                ScoreRows.of(sheet, records),
                DisputeRows.of(sheet.disputes(), records),
                pulls(records));
    }
}
