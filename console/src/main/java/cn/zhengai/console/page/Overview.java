package cn.zhengai.console.page;

import cn.zhengai.console.board.Board;
import cn.zhengai.console.board.Records;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.port.Intake.SourceStanding;
import cn.zhengai.core.port.Outbox;
import cn.zhengai.core.warning.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The first page: how the college stands today.
 *
 * @param open number of all open warnings, persons' included
 * @param red of them, on the levels that are listed one by one
 * @param newestBatch when data last came in; empty when never
 */
public record Overview(
        Frame frame,
        Instant countedAt,
        BandBar all,
        long open,
        long red,
        Optional<Instant> newestBatch,
        List<LevelCard> levels,
        List<WarningRows.Row> warnings,
        List<WarningRows.Group> groups,
        AssessmentPages.Standing grades,
        List<SourceRows.Row> sources,
        List<NoticeRow> notices) {
    private static final int WARNINGS = 10;
    private static final int NOTICES = 6;

    /**
     * One level.
     *
     * @param fewOpen warnings of fewer than five persons: that there are some may be said, not how many
     * @param withheld it has fewer than five persons
     */
    public record LevelCard(
            Level level, int subjects, int points, BandBar bar, long open, boolean fewOpen, boolean withheld) {}

    /** A notice sent, without its address and without the person it may name. */
    public record NoticeRow(Outbox.Kept kept, String title, String unit) {}

    static Overview of(Frame frame, Records records, AssessmentPages.Standing grades) {
        Board board = records.board().now();
        WarningRows rows = new WarningRows(records);
        List<LevelCard> levels = new ArrayList<>();
        for (Level level : Level.values()) {
            levels.add(card(level, board, records, rows));
        }
        List<SourceRows.Row> sources = new SourceRows(records).all();
        return new Overview(
                frame,
                board.computedAt(),
                BandBar.of(board.byLevel().values().stream()
                        .reduce(cn.zhengai.console.board.BandCounts.NONE, (a, b) -> a.plus(b))),
                levels.stream().mapToLong(LevelCard::open).sum(),
                rows.openOf(Severity.RED),
                newest(sources),
                levels,
                rows.gravest(WARNINGS),
                rows.groups(),
                grades,
                sources,
                notices(records));
    }

    private static LevelCard card(Level level, Board board, Records records, WarningRows rows) {
        Catalogue catalogue = board.lines().catalogue();
        int subjects = catalogue.subjectsOf(level).size();
        int points = (int)
                catalogue.pointsOf(level).stream().filter(ControlPoint::enabled).count();
        boolean withheld = records.discretion().tooFew(level, subjects);
        long open = rows.open(level);
        boolean fewOpen = records.discretion().tooFew(level, open);
        return new LevelCard(level, subjects, points, BandBar.of(board.of(level)), open, fewOpen, withheld);
    }

    private static Optional<Instant> newest(List<SourceRows.Row> sources) {
        return sources.stream()
                .flatMap(s -> s.standing().stream())
                .map(SourceStanding::lastBatchAt)
                .max(Comparator.naturalOrder());
    }

    private static List<NoticeRow> notices(Records records) {
        Catalogue catalogue = records.catalogue().get();
        return records.ledger().outbox().recent(NOTICES).stream()
                .map(kept -> new NoticeRow(
                        kept,
                        records.titleOf(kept.notice()),
                        catalogue
                                .tree()
                                .unit(kept.notice().unit())
                                .map(OrgUnit::name)
                                .orElse(kept.notice().unit())))
                .toList();
    }
}
