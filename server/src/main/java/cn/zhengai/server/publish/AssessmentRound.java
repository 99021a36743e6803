package cn.zhengai.server.publish;

import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.port.AssessmentLedger;
import cn.zhengai.dashboards.point.Point;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Results of every cycle whose newest assessment was not published yet, and of the cycle after it, which compares itself. */
final class AssessmentRound implements Round {
    private final Publisher.Ports ports;
    private final Map<String, Instant> kept = new HashMap<>();
    private final Map<String, Instant> given = new HashMap<>();

    AssessmentRound(Publisher.Ports ports) {
        this.ports = ports;
    }

    @Override
    public void publish(Instant now, Consumer<Point> out) {
        Catalogue catalogue = ports.catalogue().get();
        given.clear();
        catalogue.cycles().values().forEach(cycle -> newest(cycle).ifPresent(at -> given.put(cycle.id(), at)));
        for (Cycle cycle : catalogue.cycles().values()) {
            Optional<Cycle> before = before(catalogue, cycle);
            boolean changed = changed(cycle) || before.map(this::changed).orElse(false);
            if (changed && given.containsKey(cycle.id())) {
                Optional<CollegeAssessment> last =
                        before.flatMap(b -> ports.assessments().newest(b.id()));
                ports.assessments().newest(cycle.id()).ifPresent(result -> {
                    LocalDate today = LocalDate.ofInstant(now, catalogue.zone());
                    new AssessmentPoints(catalogue, result, last, ports.link())
                            .all(today)
                            .forEach(out);
                });
            }
        }
    }

    private Optional<Instant> newest(Cycle cycle) {
        return ports.assessments().history(cycle.id()).stream().findFirst().map(AssessmentLedger.Kept::computedAt);
    }

    private boolean changed(Cycle cycle) {
        Instant now = given.get(cycle.id());
        return now != null && !now.equals(kept.get(cycle.id()));
    }

    private static Optional<Cycle> before(Catalogue catalogue, Cycle cycle) {
        return catalogue.cycles().values().stream()
                .filter(c -> c.kind() == cycle.kind() && c.until().equals(cycle.from()))
                .findFirst();
    }

    @Override
    public void kept() {
        kept.putAll(given);
    }
}
