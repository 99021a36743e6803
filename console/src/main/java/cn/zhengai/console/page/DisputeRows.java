package cn.zhengai.console.page;

import cn.zhengai.console.board.Records;
import cn.zhengai.console.wording.Figures;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.port.Provenance.Dispute;
import cn.zhengai.core.reading.Logged;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What sources do not agree on, as rows of a table; of persons neither name nor value. */
public final class DisputeRows {
    private static final int LISTED = 50;

    private DisputeRows() {}

    /** The last word of one source. */
    public record Said(String source, String value, Instant recordedAt) {}

    /**
     * One series and instant.
     *
     * @param master name of the declared master; empty when none is
     * @param link of the series; empty when it is a person's
     */
    public record Row(
            Instant at,
            String point,
            String subject,
            Said inForce,
            List<Said> others,
            Optional<String> master,
            Optional<String> link) {}

    static List<Row> of(List<Dispute> disputes, Records records) {
        return disputes.stream().limit(LISTED).map(d -> row(d, records)).toList();
    }

    private static Row row(Dispute dispute, Records records) {
        Catalogue catalogue = records.catalogue().get();
        var series = dispute.inForce().reading().series();
        boolean hidden = records.discretion().hides(catalogue, series.point());
        Optional<ControlPoint> point = catalogue.point(series.point());
        return new Row(
                Instant.ofEpochMilli(dispute.inForce().reading().at()),
                point.map(ControlPoint::name).orElse(series.point()),
                hidden
                        ? "（姓名不在此处显示）"
                        : catalogue.subject(series.subject()).map(Subject::name).orElse(series.subject()),
                said(dispute.inForce(), point, hidden, catalogue),
                dispute.others().stream()
                        .map(l -> said(l, point, hidden, catalogue))
                        .toList(),
                point.flatMap(p -> p.supply().master()).map(catalogue::sourceName),
                hidden ? Optional.empty() : Optional.of(Links.series(series.point(), series.subject())));
    }

    private static Said said(Logged logged, Optional<ControlPoint> point, boolean hidden, Catalogue catalogue) {
        return new Said(
                catalogue.sourceName(logged.head().source()),
                hidden ? "不显示" : point.map(p -> Figures.of(p, logged.reading())).orElse("—"),
                logged.head().recordedAt());
    }
}
