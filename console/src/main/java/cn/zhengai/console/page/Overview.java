package cn.zhengai.console.page;

import cn.zhengai.console.board.Board;
import cn.zhengai.console.board.Discretion;
import cn.zhengai.console.board.OpenCount;
import cn.zhengai.console.board.OpenGroup;
import cn.zhengai.console.board.Records;
import cn.zhengai.console.board.ShownBoard;
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
import java.util.OptionalInt;

/**
 * The first page: how the college stands today.
 *
 * @param open all open warnings, persons' as far as they are counted
 * @param red of them, on the levels that are listed one by one
 * @param mailWaiting notices that wait until somebody says how mail leaves
 * @param newestBatch when data last came in; empty when never
 * @param silent names of sources of which half is overdue, or more
 */
public record Overview(
        Frame frame,
        Instant countedAt,
        BandBar all,
        OpenCount open,
        long red,
        Optional<Instant> newestBatch,
        List<String> silent,
        List<LevelCard> levels,
        List<WarningRows.Row> warnings,
        List<OpenGroup> groups,
        AssessmentPages.Standing grades,
        List<SourceRows.Row> sources,
        List<NoticeRow> notices,
        long mailWaiting) {
    private static final int WARNINGS = 10;
    private static final int NOTICES = 6;

    /**
     * One level.
     *
     * @param subjects empty: fewer than five persons
     * @param bar empty: withheld
     */
    public record LevelCard(Level level, OptionalInt subjects, int points, Optional<BandBar> bar, OpenCount open) {}

    /** A notice sent, without its address and without the person it may name. */
    public record NoticeRow(Outbox.Kept kept, String title, String unit) {}

    static Overview of(Frame frame, Records records, AssessmentPages.Standing grades) {
        Board board = records.board().now();
        ShownBoard shown = new ShownBoard(board, records.discretion());
        WarningRows rows = new WarningRows(records);
        List<LevelCard> levels = new ArrayList<>();
        for (Level level : Level.values()) {
            levels.add(card(level, board.lines().catalogue(), shown, records.discretion(), rows.open(level)));
        }
        List<SourceRows.Row> sources = new SourceRows(records).all();
        return new Overview(
                frame,
                board.computedAt(),
                BandBar.of(shown.all()),
                levels.stream().map(LevelCard::open).reduce(OpenCount.NONE, OpenCount::plus),
                rows.openOf(Severity.RED),
                newest(sources),
                ScoreRows.of(records.scorecards().now(), records).stream()
                        .filter(r -> r.state() == ScoreRows.State.SILENT)
                        .map(ScoreRows.Row::name)
                        .toList(),
                levels,
                rows.gravest(WARNINGS),
                rows.groups(),
                grades,
                sources,
                notices(records),
                records.unconfigured().getOrDefault("mail", 0L));
    }

    private static LevelCard card(
            Level level, Catalogue catalogue, ShownBoard shown, Discretion discretion, OpenCount open) {
        int subjects = catalogue.subjectsOf(level).size();
        int points = (int)
                catalogue.pointsOf(level).stream().filter(ControlPoint::enabled).count();
        return new LevelCard(
                level,
                discretion.tooFew(level, subjects) ? OptionalInt.empty() : OptionalInt.of(subjects),
                points,
                shown.of(level).map(BandBar::of),
                open);
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
