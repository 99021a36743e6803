package cn.zhengai.messaging.kafka.admission;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.RollUp;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.messaging.kafka.wire.Admission;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/**
 * As strict as the intake of our own collectors, save that subjects go by their ids alone and that nothing asks what is
 * known already (a declared master does not prevail here). Time is that of the record, so that reading a topic again
 * judges alike while the catalogue is the same.
 */
public final class CatalogueAdmission implements Admission {
    private static final Duration TOLERANCE = Duration.ofMinutes(10);
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final Set<RollUp> QUOTIENTS = Set.of(RollUp.RATIO, RollUp.LAST, RollUp.SHARE_MET);

    private final Supplier<Catalogue> catalogue;

    /** @param catalogue in force, asked for each record */
    public CatalogueAdmission(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public OptionalInt scale(String point) {
        return catalogue.get().point(point).stream()
                .mapToInt(known -> known.unit().scale())
                .findFirst();
    }

    @Override
    public Optional<Reason> refusal(BatchHead head, Reading reading) {
        Catalogue rules = catalogue.get();
        Optional<ControlPoint> point = rules.point(reading.series().point());
        if (point.isEmpty()) {
            return Optional.of(Reason.UNKNOWN_POINT);
        }
        return ofInstant(rules, head, reading)
                .or(() -> ofPoint(rules.sources(), head, point.get(), reading))
                .or(() -> ofSubject(rules, point.get(), reading));
    }

    private static Optional<Reason> ofInstant(Catalogue rules, BatchHead head, Reading reading) {
        if (reading.at() > head.recordedAt().plus(TOLERANCE).toEpochMilli()) {
            return Optional.of(Reason.IN_FUTURE);
        }
        long earliest = EARLIEST.atStartOfDay(rules.zone()).toInstant().toEpochMilli();
        return reading.at() < earliest ? Optional.of(Reason.BAD_INSTANT) : Optional.empty();
    }

    private static Optional<Reason> ofPoint(
            Map<String, SourceMapping> sources, BatchHead head, ControlPoint point, Reading reading) {
        SourceMapping declared = sources.get(head.source());
        if (declared != null
                && !declared.points().isEmpty()
                && !declared.points().contains(point.id())) {
            return Optional.of(Reason.FORBIDDEN_POINT);
        }
        if (!point.enabled()) {
            return Optional.of(Reason.POINT_SWITCHED_OFF);
        }
        if (point.ratio() && !reading.isRatio()) {
            return Optional.of(Reason.NO_DENOMINATOR);
        }
        if (reading.isRatio() && !QUOTIENTS.contains(point.rollUp())) {
            return Optional.of(Reason.NO_VALUE);
        }
        boolean plausible =
                point.plausible().map(range -> range.holds(reading.position())).orElse(true);
        return plausible ? Optional.empty() : Optional.of(Reason.IMPLAUSIBLE);
    }

    private static Optional<Reason> ofSubject(Catalogue rules, ControlPoint point, Reading reading) {
        Optional<Subject> subject = rules.subject(reading.series().subject());
        if (subject.isEmpty()) {
            return Optional.of(Reason.UNKNOWN_SUBJECT);
        }
        if (!point.appliesTo(subject.get())) {
            return Optional.of(Reason.NOT_APPLICABLE);
        }
        return subject.get().life().on(Instant.ofEpochMilli(reading.at()), rules.zone())
                ? Optional.empty()
                : Optional.of(Reason.NOT_ALIVE);
    }
}
