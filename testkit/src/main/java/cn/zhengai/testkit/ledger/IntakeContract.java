package cn.zhengai.testkit.ledger;

import static cn.zhengai.testkit.ledger.Samples.head;
import static cn.zhengai.testkit.ledger.Samples.hour;
import static cn.zhengai.testkit.ledger.Samples.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Intake.Kept;
import cn.zhengai.core.port.Intake.Query;
import cn.zhengai.core.port.Intake.Receipt;
import cn.zhengai.core.port.Intake.SourceStanding;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.KeptRow;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Rejection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Receipts count once; rejections keep row and reason; the standing of a source adds up. */
public abstract class IntakeContract extends LedgerContract {
    private static final int ROUNDS = 20;
    private static final BatchHead B1 = head("b1", "jw", 10);
    private static final BatchHead B2 = new BatchHead("b2", "jw", hour(11), true);
    private static final BatchHead B3 = head("b3", "xg", 9);

    private static final List<Rejection> R1 =
            List.of(rejection(B1, 7, Reason.NO_VALUE), rejection(B1, 2, Reason.IMPLAUSIBLE));
    private static final List<Rejection> R2 =
            List.of(rejection(B2, 1, Reason.NO_VALUE), rejection(B2, 1, Reason.NO_VALUE));
    private static final List<Rejection> R3 = List.of(rejection(B3, 5, Reason.BAD_ENCODING));

    private static final Receipt FIRST = new Receipt(B1, 100, 2, Optional.of(hour(8)), "{\"ok\":\"是\"}");
    private static final Receipt SECOND = new Receipt(B2, 0, 2, Optional.empty(), "");
    private static final Receipt THIRD = new Receipt(B3, 5, 1, Optional.of(hour(7)), "");

    @Test
    void aReceiptIsThereAfterARestart() {
        keepAll();
        reopen();
        assertThat(ledger.intake().receipt("b1")).contains(FIRST);
        assertThat(ledger.intake().receipt("b2")).contains(SECOND);
        assertThat(ledger.intake().receipt("b4")).isEmpty();
    }

    @Test
    void repeatingChangesNothing() {
        keepAll();
        List<SourceStanding> before = ledger.intake().sources();
        reopen();
        ledger.intake().keep(FIRST, R1);
        ledger.intake().keep(new Receipt(B1, 7, 1, Optional.of(hour(90)), "other"), R2);
        assertThat(ledger.intake().receipt("b1")).contains(FIRST);
        assertThat(ledger.intake().sources()).isEqualTo(before);
        assertThat(found(Query.all(100))).hasSize(5);
    }

    /** A sender that lost the answer sends again while the first is still under way. */
    @Test
    void theSameBatchTwiceAtOnceCountsOnce() {
        Ledger second = another();
        for (int round = 1; round <= ROUNDS; round++) {
            BatchHead head = head("again" + round, "jw", round);
            Receipt receipt = new Receipt(head, 10, 1, Optional.empty(), "");
            List<Rejection> rejected = List.of(rejection(head, 1, Reason.NO_VALUE));
            assertThat(atOnce(List.of(
                            () -> ledger.intake().keep(receipt, rejected),
                            () -> second.intake().keep(receipt, rejected))))
                    .containsOnly(Optional.empty());
            assertThat(ledger.intake().sources())
                    .containsExactly(new SourceStanding(
                            "jw",
                            round,
                            10L * round,
                            Map.of(Reason.NO_VALUE, (long) round),
                            hour(round),
                            Optional.empty()));
            assertThat(ledger.intake().count(Query.all(1))).isEqualTo(round);
        }
    }

    @Test
    void rejectionsOfTheNewestBatchFirst() {
        keepAll();
        assertThat(found(Query.all(100))).containsExactly(R3.get(0), R2.get(0), R2.get(1), R1.get(0), R1.get(1));
        assertThat(found(Query.all(100).of("jw"))).containsExactly(R2.get(0), R2.get(1), R1.get(0), R1.get(1));
        assertThat(found(Query.all(2).page(2, 2))).containsExactly(R2.get(1), R1.get(0));
        assertThat(found(Query.all(9).of("jw").page(3, 9))).containsExactly(R1.get(1));
        assertThat(found(Query.all(9).of("nobody"))).isEmpty();
    }

    @Test
    void aRowComesBackAsItCame() {
        String text = "\uFEFF\u0000'\"\\,\t\n诊改 ☃ \uD83D\uDE00";
        KeptRow row = new KeptRow("json", text, Map.of(text, text, "空", ""));
        Rejection odd = new Rejection(B1, 3, Reason.UNREADABLE_ROW, "", row);
        ledger.intake().keep(FIRST, List.of(odd));
        assertThat(found(Query.all(1))).containsExactly(odd);
    }

    @Test
    void howSourcesStand() {
        keepAll();
        SourceStanding jw = new SourceStanding(
                "jw", 2, 100, Map.of(Reason.NO_VALUE, 3L, Reason.IMPLAUSIBLE, 1L), hour(11), Optional.of(hour(8)));
        SourceStanding xg =
                new SourceStanding("xg", 1, 5, Map.of(Reason.BAD_ENCODING, 1L), hour(9), Optional.of(hour(7)));
        assertThat(ledger.intake().sources()).containsExactly(jw, xg);
    }

    @Test
    void lateBatchesDoNotMakeASourceOlder() {
        ledger.intake().keep(new Receipt(head("x", "s", 20), 0, 0, Optional.empty(), ""), List.of());
        assertThat(ledger.intake().sources().get(0).newestAt()).isEmpty();
        ledger.intake().keep(new Receipt(head("y", "s", 21), 1, 0, Optional.of(hour(15)), ""), List.of());
        ledger.intake().keep(new Receipt(head("z", "s", 19), 1, 0, Optional.of(hour(14)), ""), List.of());
        assertThat(ledger.intake().sources())
                .containsExactly(new SourceStanding("s", 3, 2, Map.of(), hour(21), Optional.of(hour(15))));
    }

    private List<Rejection> found(Query query) {
        return ledger.intake().find(query).stream().map(Kept::rejection).toList();
    }

    private void keepAll() {
        ledger.intake().keep(FIRST, R1);
        ledger.intake().keep(SECOND, R2);
        ledger.intake().keep(THIRD, R3);
    }
}
