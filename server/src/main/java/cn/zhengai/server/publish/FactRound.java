package cn.zhengai.server.publish;

import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.publish.WarningPoints;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The feed of facts from its first on, some at a time. */
final class FactRound implements Round {
    private static final int SOME = 1_000;
    private final Publisher.Ports ports;
    private long kept;
    private long given;

    FactRound(Publisher.Ports ports) {
        this.ports = ports;
    }

    /** What is left out for a person's sake still moves the place in the feed. */
    @Override
    public void publish(Instant now, Consumer<Point> out) {
        WarningPoints warnings = new WarningPoints(ports.catalogue().get(), ports.link());
        long from = kept;
        given = kept;
        List<Fact> facts = ports.warnings().facts(from, SOME);
        while (!facts.isEmpty()) {
            boolean said = false;
            for (Fact fact : facts) {
                if (warnings.shows(fact.warning())) {
                    Warning stands =
                            ports.warnings().warning(fact.warning().id()).orElse(fact.warning());
                    warnings.of(fact, stands, firstOf(fact)).forEach(out);
                    said = true;
                }
                given = fact.number();
            }
            facts = said ? List.of() : ports.warnings().facts(given, SOME);
        }
    }

    /** Also of one that raises: a warning that was withdrawn may be raised again. */
    private Fact firstOf(Fact fact) {
        return ports.warnings().factsOf(fact.warning().id()).stream()
                .findFirst()
                .orElse(fact);
    }

    @Override
    public void kept() {
        kept = given;
    }
}
