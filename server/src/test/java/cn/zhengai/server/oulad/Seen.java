package cn.zhengai.server.oulad;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.WarningLedger.Query;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.warning.Warning;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Readings, bands and episodes as the product gives them, in rows that compare with those of SQL. */
final class Seen {
    private static final int PAGE = 1_000;

    private Seen() {}

    /** Every reading ever logged, of all series. */
    static List<Reading> readings(Product product) {
        return product.store().history(product.index().since(0), Long.MAX_VALUE).stream()
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

    /** The band of each, by the lines of its own day. */
    static List<Standing> standings(Catalogue catalogue, List<Reading> readings) {
        Map<Series, List<LinesVersion>> lines = new HashMap<>();
        return readings.stream()
                .map(r -> new Standing(
                        r.series().point(),
                        r.series().subject(),
                        r.at(),
                        band(lines.computeIfAbsent(r.series(), s -> lines(catalogue, s)), day(catalogue, r), r)))
                .toList();
    }

    private static LocalDate day(Catalogue catalogue, Reading reading) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(reading.at()), catalogue.zone());
    }

    private static List<LinesVersion> lines(Catalogue catalogue, Series series) {
        Subject subject = catalogue.subject(series.subject()).orElseThrow();
        return catalogue.point(series.point()).orElseThrow().linesFor(subject, catalogue.tree());
    }

    private static String band(List<LinesVersion> versions, LocalDate day, Reading reading) {
        LinesVersion inForce = versions.get(0);
        for (LinesVersion version : versions) {
            inForce = version.from().isAfter(day) ? inForce : version;
        }
        return inForce.lines().band(reading.position()).name();
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
