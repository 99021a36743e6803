package cn.zhengai.testkit.ledger;

import static cn.zhengai.testkit.ledger.Samples.head;
import static cn.zhengai.testkit.ledger.Samples.hour;
import static cn.zhengai.testkit.ledger.Samples.kept;
import static cn.zhengai.testkit.ledger.Samples.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Intake.Kept;
import cn.zhengai.core.port.Intake.OpenCount;
import cn.zhengai.core.port.Intake.Query;
import cn.zhengai.core.port.Intake.Receipt;
import cn.zhengai.core.port.Intake.Settlement;
import cn.zhengai.core.port.Intake.SourceStanding;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Rejection;
import cn.zhengai.core.reading.RejectionId;
import cn.zhengai.core.reading.RejectionStanding;
import cn.zhengai.core.reading.RejectionStanding.Answer;
import cn.zhengai.core.reading.RejectionStanding.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rejections have an id, are found by what is known of them, and are answered once. */
public abstract class RejectionDeskContract extends LedgerContract {
    private static final BatchHead JW = head("b1", "jw", 10);
    private static final BatchHead XG = head("b2", "xg", 12);
    private static final List<Rejection> OF_JW = List.of(
            rejection(JW, 7, Reason.NO_VALUE),
            rejection(JW, 7, Reason.IMPLAUSIBLE),
            new Rejection(JW, 8, Reason.NO_VALUE, "Zone 100% 的_行", kept(8)));
    private static final List<Rejection> OF_XG = List.of(rejection(XG, 1, Reason.BAD_INSTANT));
    private static final Answer WANG = new Answer("王芳", hour(20), "教务处已核对", "");

    @BeforeEach
    void keep() {
        ledger.intake().keep(new Receipt(JW, 5, 3, Optional.of(hour(8)), ""), OF_JW);
        ledger.intake().keep(new Receipt(XG, 0, 1, Optional.empty(), ""), OF_XG);
    }

    private List<Kept> found(Query query) {
        return ledger.intake().find(query);
    }

    private Kept first(String source) {
        return found(Query.all(1).of(source)).get(0);
    }

    private static RejectionStanding repaired(Kept one, String batch) {
        Answer answer = new Answer("王芳", hour(20), "补填数值", batch);
        return new RejectionStanding(
                Status.REPAIRED, one.standing().reason(), "", Map.of("数值", "95"), Optional.of(answer));
    }

    private static Receipt again(String batch, long accepted) {
        return new Receipt(head(batch, "jw", 20), accepted, 0, Optional.of(hour(9)), "{}");
    }

    @Test
    void idsAreDistinctAndLast() {
        List<RejectionId> ids = found(Query.all(9)).stream().map(Kept::id).toList();
        assertThat(ids)
                .hasSize(4)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(RejectionId.parse(id.toString())).contains(id));
        reopen();
        assertThat(found(Query.all(9))).extracting(Kept::id).isEqualTo(ids);
        assertThat(found(Query.all(9)))
                .allSatisfy(one -> assertThat(one.standing()).isEqualTo(RejectionStanding.untouched(one.rejection())));
    }

    @Test
    void areFoundByWhatIsKnown() {
        Query all = Query.all(9);
        assertThat(found(all.because(Reason.NO_VALUE)))
                .extracting(k -> k.rejection().row())
                .containsExactly(7, 8);
        assertThat(found(all.of("jw").because(Reason.BAD_INSTANT))).isEmpty();
        assertThat(found(since(11))).extracting(k -> k.rejection().head()).containsExactly(XG);
        assertThat(found(since(10))).hasSize(4);
        assertThat(found(saying("zone 100% 的_")))
                .extracting(k -> k.rejection().row())
                .containsExactly(8);
        assertThat(found(saying("zone_100"))).isEmpty();
        assertThat(found(saying("A,B,7"))).hasSize(2);
        assertThat(found(all.standing(Status.OPEN))).hasSize(4);
        assertThat(found(all.standing(Status.REPAIRED))).isEmpty();
        assertThat(ledger.intake().count(all.of("jw").page(2, 1))).isEqualTo(3);
    }

    @Test
    void onlyLettersOfAsciiAreTheSameInAnyCase() {
        assertThat(found(saying("ÉCOLE"))).isEmpty();
        BatchHead head = head("b3", "jw", 13);
        Rejection odd = new Rejection(head, 1, Reason.NO_VALUE, "École \uD83D\uDE00!\u001a0\u0000", kept(9));
        ledger.intake().keep(new Receipt(head, 0, 1, Optional.empty(), ""), List.of(odd));
        for (String text : List.of("ÉCOLE", "École", "\uD83D\uDE00!", "\u001a0")) {
            assertThat(found(saying(text))).as(text).extracting(Kept::rejection).containsExactly(odd);
        }
        for (String text : List.of("école", "ée", "\u001a1", "\u001a00")) {
            assertThat(found(saying(text))).as(text).isEmpty();
        }
    }

    private static Query since(long hours) {
        return new Query(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(hour(hours)), Optional.empty(), 0, 9);
    }

    private static Query saying(String text) {
        return new Query(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(text), 0, 9);
    }

    @Test
    void aRowBringsAllThatWasSaidOfIt() {
        Kept one = found(Query.all(9).of("jw")).get(1);
        assertThat(ledger.intake().ofRow(one.id()))
                .extracting(Kept::rejection)
                .containsExactly(OF_JW.get(0), OF_JW.get(1));
        assertThat(ledger.intake().ofRow(new RejectionId(99, 1))).isEmpty();
    }

    @Test
    void anAnswerIsKeptOnce() {
        Kept one = first("jw");
        RejectionStanding now = repaired(one, "repair-1");
        Settlement settlement = new Settlement(List.of(again("repair-1", 2)), Map.of(one.id(), now));
        assertThat(ledger.intake().settle(settlement)).isEqualTo(1);
        reopen();
        assertThat(ledger.intake().settle(settlement)).isZero();
        RejectionStanding other =
                new RejectionStanding(Status.DISMISSED, Reason.NO_VALUE, "", Map.of(), Optional.of(WANG));
        assertThat(ledger.intake().settle(new Settlement(List.of(), Map.of(one.id(), other))))
                .isZero();
        assertThat(first("jw").standing()).isEqualTo(now);
        assertThat(first("jw").rejection()).isEqualTo(OF_JW.get(0));
        assertThat(ledger.intake().receipt("repair-1")).contains(again("repair-1", 2));
        assertThat(found(Query.all(9).standing(Status.OPEN))).hasSize(3);
    }

    @Test
    void totalsStayAndOpenOnesAreCountedApart() {
        Kept one = first("jw");
        ledger.intake()
                .settle(new Settlement(List.of(again("repair-1", 2)), Map.of(one.id(), repaired(one, "repair-1"))));
        assertThat(ledger.intake().open())
                .containsExactly(
                        new OpenCount("jw", Reason.IMPLAUSIBLE, 1),
                        new OpenCount("jw", Reason.NO_VALUE, 1),
                        new OpenCount("xg", Reason.BAD_INSTANT, 1));
        assertThat(ledger.intake().sources().get(0))
                .isEqualTo(new SourceStanding(
                        "jw",
                        1,
                        7,
                        Map.of(Reason.NO_VALUE, 2L, Reason.IMPLAUSIBLE, 1L),
                        hour(10),
                        Optional.of(hour(9))));
    }

    @Test
    void whatIsRejectedAgainStaysOpenForItsNewReason() {
        Kept one = first("xg");
        RejectionStanding now = new RejectionStanding(
                Status.OPEN, Reason.IN_FUTURE, "时间在将来", Map.of("日期", "2099-01-01"), Optional.of(WANG));
        assertThat(ledger.intake().settle(new Settlement(List.of(), Map.of(one.id(), now))))
                .isEqualTo(1);
        reopen();
        assertThat(first("xg").standing()).isEqualTo(now);
        assertThat(found(Query.all(9).because(Reason.IN_FUTURE))).hasSize(1);
        assertThat(found(Query.all(9).because(Reason.BAD_INSTANT))).isEmpty();
        assertThat(found(saying("在将来"))).hasSize(1);
        assertThat(ledger.intake().open()).contains(new OpenCount("xg", Reason.IN_FUTURE, 1));
        assertThat(ledger.intake().sources().get(1).rejected()).isEqualTo(Map.of(Reason.BAD_INSTANT, 1L));
    }
}
