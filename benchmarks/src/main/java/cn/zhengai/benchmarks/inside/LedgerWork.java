package cn.zhengai.benchmarks.inside;

import cn.zhengai.core.port.Intake.Receipt;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.WarningLedger.Turn;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Notice;
import cn.zhengai.core.warning.SeriesState;
import cn.zhengai.core.warning.Severity;
import cn.zhengai.core.warning.Step;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one round keeps in a ledger; ids differ from round to round. */
final class LedgerWork {
    private static final int SMALL = 50;
    private static final String POINT = "course.attendance";

    private final Ledger ledger;
    private final long round;

    LedgerWork(Ledger ledger, long round) {
        this.ledger = ledger;
        this.round = round;
    }

    void turns(int partition, int count, int facts) {
        for (int i = 0; i < count; i++) {
            turn(partition, SMALL, facts);
        }
    }

    void turn(int partition, int states, int facts) {
        long from = ledger.warnings().position("warner", partition);
        List<SeriesState> kept = new ArrayList<>();
        for (int i = 0; i < states; i++) {
            kept.add(new SeriesState(POINT, "course-" + partition + "-" + i, from, 'W', from, 1, ""));
        }
        List<Warning> warnings = new ArrayList<>();
        List<Fact> told = new ArrayList<>();
        for (int i = 0; i < facts; i++) {
            Warning one = warning(round + "-" + partition + "-" + from + "-" + i, "course-" + partition + "-" + i);
            warnings.add(one);
            told.add(new Fact("raised " + one.id(), 0, Step.RAISED, one, true, Instant.EPOCH, ""));
        }
        ledger.warnings().keep(new Turn("warner", partition, from, from + 1, kept, warnings, told, Map.of()));
    }

    void receipts(int sender, int count) {
        for (int i = 0; i < count; i++) {
            BatchHead head = new BatchHead(round + "-" + sender + "-" + i, "source-" + sender, Instant.EPOCH, false);
            ledger.intake().keep(new Receipt(head, 1000, 0, Optional.empty(), "{\"accepted\":1000}"), List.of());
        }
    }

    void put(int count) {
        List<Notice> notices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            notices.add(
                    new Notice(round + "-" + i, 1, "w" + i, "jwc", "mail", "a@b.cn", "标题", "正文", "{}", Instant.EPOCH));
        }
        long from = ledger.outbox().routedUpTo();
        ledger.outbox().put(from, from + 1, notices);
    }

    private static Warning warning(String id, String subject) {
        return new Warning(
                id,
                WarningKind.THRESHOLD,
                POINT,
                subject,
                Severity.ORANGE,
                Warning.Status.OPEN,
                Instant.EPOCH,
                Instant.EPOCH,
                42,
                Optional.empty(),
                true,
                Optional.empty());
    }
}
