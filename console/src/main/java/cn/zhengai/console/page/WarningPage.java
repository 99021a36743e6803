package cn.zhengai.console.page;

import cn.zhengai.console.board.Records;
import cn.zhengai.console.board.SeriesLook.Watched;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One warning with its story.
 *
 * @param offices names of those who can be asked about a person: the level's lead office and the quality office
 * @param watched the series; empty when it is a person's and withheld, or no longer in the catalogue
 * @param problem why the answer just sent was not taken; empty when none was sent
 */
public record WarningPage(
        Frame frame,
        WarningRows.Row row,
        boolean hidden,
        List<String> offices,
        Optional<Watched> watched,
        Optional<SeriesPage.Picture> picture,
        List<Fact> facts,
        String problem) {
    private static final Duration WORTH_A_WORD = Duration.ofMinutes(1);

    static WarningPage of(Frame frame, Warning warning, Records records, String problem) {
        boolean hidden = records.discretion().hides(records.catalogue().get(), warning);
        Optional<Watched> watched =
                hidden ? Optional.empty() : records.series().find(warning.point(), warning.subject());
        return new WarningPage(
                frame,
                new WarningRows(records).row(warning),
                hidden,
                offices(warning, records.catalogue().get()),
                watched,
                watched.map(w -> SeriesPage.picture(frame, w, records.series().read(w), records)),
                records.ledger().warnings().factsOf(warning.id()),
                problem);
    }

    private static List<String> offices(Warning warning, Catalogue catalogue) {
        return Stream.concat(
                        catalogue.point(warning.point()).map(ControlPoint::level).stream(), Stream.of(Level.SCHOOL))
                .flatMap(level -> Optional.ofNullable(catalogue.leadOffices().get(level)).stream())
                .flatMap(id -> catalogue.tree().unit(id).stream())
                .map(OrgUnit::name)
                .distinct()
                .toList();
    }

    /** What somebody wrote about it; what was written about a person may name it and is withheld. */
    public String note(Warning.Acknowledgement answer) {
        return hidden ? "（说明已保存；涉及个人，不在此处显示）" : answer.note();
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

    /** About data that do not come. */
    public boolean noData() {
        return warning().kind() == WarningKind.NO_DATA;
    }

    public Warning warning() {
        return row.warning();
    }
}
