package cn.zhengai.messaging.kafka.announce;

import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.port.WarningLedger.Turn;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Severity;
import cn.zhengai.core.warning.Step;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Warnings of a small college with their facts, kept as a warner would. */
final class Happened {
    static final Instant DAY = Instant.parse("2026-09-01T00:00:00Z");

    private Happened() {}

    static Warning warning(String id, WarningKind kind, String point, String subject, Warning.Status status) {
        return new Warning(
                id,
                kind,
                point,
                subject,
                Severity.ORANGE,
                status,
                DAY,
                DAY.plusSeconds(3600),
                2 * 66_666_666L + 1,
                status.open() ? Optional.empty() : Optional.of(DAY.plusSeconds(7200)),
                true,
                Optional.empty());
    }

    static Fact fact(Step step, Warning after) {
        return new Fact(after.id() + "-" + step, 0, step, after, true, DAY.plusSeconds(9000), "");
    }

    /** One turn of a warner of its own, so that turns of several need not follow each other. */
    static void keep(WarningLedger ledger, String warner, List<Fact> facts) {
        long from = ledger.position(warner, 0);
        ledger.keep(new Turn(
                warner,
                0,
                from,
                from + 1,
                List.of(),
                facts.stream().map(Fact::warning).toList(),
                facts,
                Map.of()));
    }

    /** So many facts of a third as many warnings, in any order, but of each warning as life goes. */
    static void seeded(WarningLedger ledger, long seed, int count) {
        Random random = new Random(seed);
        List<Fact> facts = new ArrayList<>();
        List<Integer> reached = new ArrayList<>();
        Step[] life = {Step.RAISED, Step.ESCALATED, Step.CLEARED};
        while (facts.size() < count) {
            int number = random.nextInt(Math.max(1, count / 3));
            while (reached.size() <= number) {
                reached.add(0);
            }
            if (reached.get(number) < life.length) {
                Step step = life[reached.get(number)];
                reached.set(number, reached.get(number) + 1);
                Warning.Status status = step == Step.CLEARED ? Warning.Status.CLEARED : Warning.Status.OPEN;
                boolean course = number % 2 == 0;
                facts.add(fact(
                        step,
                        warning(
                                "w" + seed + "-" + number,
                                WarningKind.THRESHOLD,
                                course ? SmallCollege.COURSE_POINT : SmallCollege.STUDENT_POINT,
                                course ? "gdsx" : SmallCollege.STUDENT,
                                status)));
            }
        }
        keep(ledger, "seed-" + seed, facts);
    }
}
