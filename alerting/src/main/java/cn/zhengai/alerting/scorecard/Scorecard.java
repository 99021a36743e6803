package cn.zhengai.alerting.scorecard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One source. Freshness is of now; lateness, completeness and disputes are of the readings about the window, the last
 * school days; validity is of all rows that ever came.
 *
 * @param from first day of the window
 * @param newestAt newest instant it has spoken about; empty when nothing ever came
 * @param lastBatchAt when the last batch came
 * @param expected series of which another reading is expected
 * @param silent those of them that are overdue
 * @param silentSince when the first of them was; present when there are any
 * @param nextDue when the first of the others will be
 * @param lag empty without live readings in the window
 * @param valid accepted of all rows
 * @param disputes instants on which another source differs, at most {@link Scorecards#MOST_DISPUTES}
 * @param points by id
 * @param neverConnected points it is declared to bring and that no source has ever brought
 */
public record Scorecard(
        String source,
        LocalDate from,
        Optional<Instant> newestAt,
        Optional<Instant> lastBatchAt,
        int expected,
        int silent,
        Optional<Instant> silentSince,
        Optional<Instant> nextDue,
        Optional<Lag> lag,
        Share valid,
        long disputes,
        List<PointSupply> points,
        List<String> neverConnected) {
    public Scorecard {
        points = List.copyOf(points);
        neverConnected = List.copyOf(neverConnected);
    }

    public Share complete() {
        return points.stream().map(PointSupply::complete).reduce(Share.NONE, Share::plus);
    }

    public Share late() {
        return points.stream().map(PointSupply::late).reduce(Share.NONE, Share::plus);
    }

    /** Expected series that are not overdue, of all expected. */
    public Share fresh() {
        return new Share(expected - silent, expected);
    }
}
