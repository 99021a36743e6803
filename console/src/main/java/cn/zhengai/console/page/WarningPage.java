package cn.zhengai.console.page;

import cn.zhengai.console.board.Records;
import cn.zhengai.console.board.SeriesLook.Watched;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Warning;
import java.util.List;
import java.util.Optional;

/**
 * One warning with its story.
 *
 * @param watched the series; empty when it is a person's and withheld, or no longer in the catalogue
 * @param problem why the answer just sent was not taken; empty when none was sent
 */
public record WarningPage(
        Frame frame,
        WarningRows.Row row,
        boolean hidden,
        Optional<Watched> watched,
        Optional<SeriesPage.Picture> picture,
        List<Fact> facts,
        String problem) {

    static WarningPage of(Frame frame, Warning warning, Records records, String problem) {
        boolean hidden = records.discretion().hides(records.catalogue().get(), warning.point());
        Optional<Watched> watched =
                hidden ? Optional.empty() : records.series().find(warning.point(), warning.subject());
        return new WarningPage(
                frame,
                new WarningRows(records).row(warning),
                hidden,
                watched,
                watched.map(w -> SeriesPage.picture(frame, w, records.series().read(w), records)),
                records.ledger().warnings().factsOf(warning.id()),
                problem);
    }

    public Warning warning() {
        return row.warning();
    }
}
