package cn.zhengai.console.page;

import cn.zhengai.alerting.scorecard.Scorecards.Sheet;
import cn.zhengai.console.board.Records;
import cn.zhengai.console.board.RowDiscretion;
import cn.zhengai.console.http.Asked;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.reading.Rejection;
import java.util.List;
import java.util.Optional;

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
        List<DisputeRows.Row> disputes) {
    private static final int LISTED = 50;

    /** @param shown whether detail and raw row may be shown: those of persons are not */
    public record Rejected(Rejection row, boolean shown) {}

    /** Address of the rejection desk, for the chosen source. */
    public String desk() {
        return "/rejections" + chosen.map(s -> "?source=" + Links.part(s)).orElse("");
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
                DisputeRows.of(sheet.disputes(), records));
    }
}
