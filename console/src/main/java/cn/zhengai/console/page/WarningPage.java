package cn.zhengai.console.page;

import cn.zhengai.console.board.Records;
import cn.zhengai.console.board.SeriesLook.Watched;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Warning;
import java.time.Duration;
import java.time.Instant;
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
    private static final Duration WORTH_A_WORD = Duration.ofMinutes(1);

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

    /** The instant the step speaks about: of the reading that raised or cleared it, else when it was done. */
    public Instant happenedAt(Fact fact) {
        return switch (fact.step()) {
            case RAISED -> fact.warning().raisedAt();
            case CLEARED -> fact.warning().clearedAt().orElse(fact.recordedAt());
            default -> fact.recordedAt();
        };
    }

    /** Whether the readings came in so late that both times are worth a word. */
    public boolean knownLater(Fact fact) {
        return happenedAt(fact).plus(WORTH_A_WORD).isBefore(fact.recordedAt());
    }

    public Warning warning() {
        return row.warning();
    }
}
