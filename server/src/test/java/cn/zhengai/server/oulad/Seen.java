package cn.zhengai.server.oulad;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.LinesBook;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.WarningLedger.Query;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.warning.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Readings, bands and episodes as the product gives them, in rows that compare with those of SQL. */
final class Seen {
    private static final int PAGE = 1_000;

    private Seen() {}

    /** Every reading ever logged, of all series. */
    static List<Reading> readings(Product product) {
        return product.store().history(product.index().since(0), ReadingStore.NOW).stream()
                .map(Logged::reading)
                .toList();
    }

    /** Readings in force of one series, by instant. */
    static List<Figure> readings(Product product, Series series) {
        return product.store().read(series, Long.MIN_VALUE, Long.MAX_VALUE, ReadingStore.NOW).stream()
                .map(Logged::reading)
                .map(Seen::figure)
                .toList();
    }

    static Figure figure(Reading r) {
        return new Figure(
                r.series().point(), r.series().subject(), r.at(), r.numerator(), r.denominator(), r.position());
    }

    /** The band of each, as the pages show it. */
    static List<Standing> standings(Catalogue catalogue, List<Reading> readings) {
        LinesBook lines = new LinesBook(catalogue);
        return readings.stream().map(r -> standing(lines, r)).toList();
    }

    private static Standing standing(LinesBook lines, Reading reading) {
        Series series = reading.series();
        ControlPoint point = lines.catalogue().point(series.point()).orElseThrow();
        Subject subject = lines.catalogue().subject(series.subject()).orElseThrow();
        return new Standing(
                series.point(),
                series.subject(),
                reading.at(),
                lines.band(point, subject, reading).name());
    }

    static List<Warning> warnings(Product product) {
        List<Warning> all = new ArrayList<>();
        List<Warning> page;
        do {
            page = product.ledger()
                    .warnings()
                    .find(new Query(
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            all.size(),
                            PAGE));
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    static Episode episode(Warning w) {
        return new Episode(
                w.point(),
                w.subject(),
                w.firstAt().toEpochMilli(),
                w.raisedAt().toEpochMilli(),
                w.clearedAt().map(at -> OptionalLong.of(at.toEpochMilli())).orElse(OptionalLong.empty()),
                w.severity().name(),
                w.status().name());
    }

    /** One reading; numerator and denominator in millionths, 0 for a plain value. */
    record Figure(String point, String subject, long at, long numerator, long denominator, long position) {}

    /** The band of one reading. */
    record Standing(String point, String subject, long at, String band) {}

    /** One warning. */
    record Episode(
            String point,
            String subject,
            long firstAt,
            long raisedAt,
            OptionalLong clearedAt,
            String severity,
            String status) {}
}
