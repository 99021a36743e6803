package cn.zhengai.testkit.ledger;

import static cn.zhengai.testkit.ledger.Samples.answered;
import static cn.zhengai.testkit.ledger.Samples.hour;
import static cn.zhengai.testkit.ledger.Samples.turn;
import static cn.zhengai.testkit.ledger.Samples.warning;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.WarningLedger.Query;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Step;
import cn.zhengai.core.warning.Warning;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People's answers. */
public abstract class AcknowledgeContract extends LedgerContract {
    private static final Warning W1 = warning("w1", "p", "s", 10);
    private static final Warning.Acknowledgement FIRST = new Warning.Acknowledgement("张三", hour(20), "在查");
    private static final Warning.Acknowledgement SECOND = new Warning.Acknowledgement("李四", hour(21), "");

    @Test
    void anAnswerIsKeptWithItsFactAndHidesNothing() {
        ledger.warnings().keep(turn(0, 1).raised(W1).end());
        assertThat(ledger.warnings().acknowledge("w1", FIRST)).contains(answered(W1, FIRST));
        reopen();
        assertThat(ledger.warnings().warning("w1")).contains(answered(W1, FIRST));
        assertThat(ledger.warnings().find(Query.ofOpen(5))).containsExactly(answered(W1, FIRST));
        Fact expected = Fact.acknowledged(answered(W1, FIRST), FIRST);
        assertThat(ledger.warnings().facts(1, 5)).singleElement().satisfies(fact -> {
            assertThat(fact.number()).isEqualTo(2);
            assertThat(fact.id()).isEqualTo(expected.id());
            assertThat(fact.step()).isEqualTo(Step.ACKNOWLEDGED);
            assertThat(fact.tell()).isFalse();
            assertThat(fact.warning()).isEqualTo(answered(W1, FIRST));
            assertThat(fact.recordedAt()).isEqualTo(hour(20));
            assertThat(fact.by()).isEqualTo("张三");
        });
    }

    @Test
    void aLaterAnswerReplacesTheEarlierWhoseFactStays() {
        ledger.warnings().keep(turn(0, 1).raised(W1).end());
        ledger.warnings().acknowledge("w1", FIRST);
        assertThat(ledger.warnings().acknowledge("w1", SECOND)).contains(answered(W1, SECOND));
        List<Fact> facts = ledger.warnings().factsOf("w1");
        assertThat(facts).extracting(Fact::by).containsExactly("", "张三", "李四");
        assertThat(facts).extracting(Fact::number).containsExactly(1L, 2L, 3L);
        assertThat(facts.get(1).warning()).isEqualTo(answered(W1, FIRST));
    }

    @Test
    void theSameAnswerAgainChangesNothing() {
        ledger.warnings().keep(turn(0, 1).raised(W1).end());
        ledger.warnings().acknowledge("w1", FIRST);
        reopen();
        assertThat(ledger.warnings().acknowledge("w1", FIRST)).contains(answered(W1, FIRST));
        assertThat(ledger.warnings().facts(0, 9)).hasSize(2);
    }

    @Test
    void anUnknownWarningHasNoAnswer() {
        assertThat(ledger.warnings().acknowledge("w1", FIRST)).isEmpty();
        assertThat(ledger.warnings().facts(0, 9)).isEmpty();
    }
}
