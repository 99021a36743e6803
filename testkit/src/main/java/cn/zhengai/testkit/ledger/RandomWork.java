package cn.zhengai.testkit.ledger;

import cn.zhengai.core.port.AssessmentLedger;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Rejection;
import cn.zhengai.core.reading.RejectionStanding;
import cn.zhengai.core.warning.Notice;
import cn.zhengai.core.warning.Step;
import cn.zhengai.core.warning.Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * Calls drawn from few ids, so that repeats, stale places and overwriting are frequent. The same seed draws the same
 * calls for equal ledgers.
 */
final class RandomWork {
    private static final int IDS = 12;
    private static final int HOURS = 200;

    private final Random random;

    RandomWork(long seed) {
        random = new Random(seed);
    }

    /** One call, to be made of several ledgers; what it answers, a trouble too, must be equal. */
    Function<Ledger, Object> next() {
        Function<Ledger, Object> call = switch (random.nextInt(10)) {
            case 0, 1, 2 -> turn();
            case 3 -> acknowledge();
            case 4 -> put();
            case 5 -> settle();
            case 6 -> receipt();
            case 7 -> hasten();
            case 8 -> answer();
            default -> assessment();
        };
        return ledger -> {
            try {
                return call.apply(ledger);
            } catch (PortException e) {
                return e.trouble();
            }
        };
    }

    private Function<Ledger, Object> turn() {
        int partition = random.nextInt(2);
        int behind = behind();
        int size = random.nextInt(5);
        int step = random.nextInt(4) - (random.nextInt(9) == 0 ? 2 : 0);
        List<Warning> warnings = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            warnings.add(warning());
        }
        List<String> factIds = warnings.stream().map(one -> id("f")).toList();
        String remark = id("remark");
        return ledger -> {
            long from = ledger.warnings().position(Samples.WARNER, partition) - behind;
            Samples.Draft draft = Samples.turn(Samples.WARNER, partition, from, from + step);
            for (int i = 0; i < size; i++) {
                Warning one = warnings.get(i);
                draft.warning(one)
                        .state(Samples.state(one.point(), one.subject(), from, i))
                        .fact(Samples.fact(factIds.get(i), Step.CORRECTED, one));
            }
            WarningLedger.Turn turn = draft.mark("mark", remark).end();
            ledger.warnings().keep(turn);
            return turn;
        };
    }

    /** Mostly 0: the right place. */
    private int behind() {
        return random.nextInt(6) == 0 ? 1 : 0;
    }

    private Warning warning() {
        int series = random.nextInt(IDS);
        Warning one = Samples.warning(
                "w" + series + "-" + random.nextInt(3), "p" + series % 3, "s" + series, random.nextInt(HOURS));
        Warning.Status[] all = Warning.Status.values();
        Warning changed = Samples.status(one, all[random.nextInt(all.length)]);
        return random.nextBoolean() ? Samples.told(changed) : changed;
    }

    private Function<Ledger, Object> acknowledge() {
        String id = warning().id();
        Warning.Acknowledgement answer = new Warning.Acknowledgement(
                id("person"), Samples.hour(random.nextInt(3)), random.nextBoolean() ? "在查" : "");
        return ledger -> ledger.warnings().acknowledge(id, answer);
    }

    private Function<Ledger, Object> put() {
        int behind = behind();
        List<Notice> notices = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            notices.add(Samples.notice("n" + random.nextInt(4 * IDS), i, random.nextInt(HOURS)));
        }
        return ledger -> {
            long from = ledger.outbox().routedUpTo() - behind;
            ledger.outbox().put(from, from + 1, notices);
            return notices;
        };
    }

    private Function<Ledger, Object> settle() {
        String id = "n" + random.nextInt(4 * IDS);
        Notice.State[] all = Notice.State.values();
        Notice.Standing standing =
                Samples.standing(all[random.nextInt(all.length)], random.nextInt(5), random.nextInt(HOURS));
        return ledger -> {
            ledger.outbox().settle(id, standing);
            return id;
        };
    }

    private Function<Ledger, Object> hasten() {
        Instant to = Samples.hour(random.nextInt(HOURS));
        String channel = random.nextInt(4) == 0 ? "webhook" : "mail";
        return ledger -> {
            ledger.outbox().hasten(channel, to);
            return ledger.outbox().waiting();
        };
    }

    private Function<Ledger, Object> receipt() {
        BatchHead head =
                Samples.head("b" + random.nextInt(4 * IDS), "source" + random.nextInt(3), random.nextInt(HOURS));
        List<Rejection> rejections = new ArrayList<>();
        for (int row = random.nextInt(4); row > 0; row--) {
            Reason[] all = Reason.values();
            rejections.add(Samples.rejection(head, row, all[random.nextInt(all.length)]));
        }
        Intake.Receipt receipt = new Intake.Receipt(
                head,
                random.nextInt(100),
                rejections.size(),
                random.nextBoolean() ? Optional.of(Samples.hour(random.nextInt(HOURS))) : Optional.empty(),
                id("answer"));
        return ledger -> {
            ledger.intake().keep(receipt, rejections);
            return ledger.intake().receipt(head.id());
        };
    }

    /** Somebody answers for a row, mostly an open one. */
    private Function<Ledger, Object> answer() {
        int which = random.nextInt(IDS);
        List<RejectionStanding.Status> all = List.of(RejectionStanding.Status.values());
        RejectionStanding.Status status = all.get(random.nextInt(all.size()));
        List<Reason> reasons = List.of(Reason.values());
        Reason reason = reasons.get(random.nextInt(reasons.size()));
        String batch = id("repair");
        long accepted = random.nextInt(3);
        return ledger -> {
            List<Intake.Kept> found = ledger.intake().find(Intake.Query.all(1).page(which, 1));
            if (found.isEmpty()) {
                return found;
            }
            Intake.Kept one = found.get(0);
            BatchHead head = new BatchHead(batch, one.rejection().head().source(), Samples.hour(3), false);
            RejectionStanding now = new RejectionStanding(
                    status,
                    reason,
                    "再判",
                    Map.of("a", batch),
                    Optional.of(new RejectionStanding.Answer("王芳", Samples.hour(2), "改正", batch)));
            int settled = ledger.intake()
                    .settle(new Intake.Settlement(
                            List.of(new Intake.Receipt(head, accepted, 0, Optional.of(Samples.hour(4)), "")),
                            Map.of(one.id(), now)));
            return List.of(settled, ledger.intake().ofRow(one.id()));
        };
    }

    private Function<Ledger, Object> assessment() {
        AssessmentLedger.Kept kept = new AssessmentLedger.Kept(
                "c" + random.nextInt(2), Samples.hour(random.nextInt(5)), "rules", id("d"), id("document"));
        return ledger -> {
            ledger.assessments().keep(kept);
            return ledger.assessments().newest(kept.cycle());
        };
    }

    private String id(String kind) {
        return kind + random.nextInt(IDS);
    }
}
