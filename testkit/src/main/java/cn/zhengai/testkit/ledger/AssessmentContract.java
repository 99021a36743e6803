package cn.zhengai.testkit.ledger;

import static cn.zhengai.testkit.ledger.Samples.hour;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.AssessmentLedger.Kept;
import org.junit.jupiter.api.Test;

/** Assessments: a new computation is a new entry, the newest knowledge first. */
public abstract class AssessmentContract extends LedgerContract {
    private static final Kept OLD = new Kept("2026", hour(10), "rules", "d1", "{\"等级\":\"达标\"}");
    private static final Kept NEW = new Kept("2026", hour(20), "rules", "d2", "{}");
    private static final Kept OTHER = new Kept("2025", hour(30), "rules", "d1", "{}");

    @Test
    void theNewestOfACycle() {
        ledger.assessments().keep(OLD);
        ledger.assessments().keep(NEW);
        ledger.assessments().keep(OTHER);
        reopen();
        assertThat(ledger.assessments().newest("2026")).contains(NEW);
        assertThat(ledger.assessments().newest("2025")).contains(OTHER);
        assertThat(ledger.assessments().newest("2024")).isEmpty();
    }

    @Test
    void theHistoryHasNoDocuments() {
        ledger.assessments().keep(NEW);
        ledger.assessments().keep(OLD);
        assertThat(ledger.assessments().newest("2026")).contains(NEW);
        assertThat(ledger.assessments().history("2026"))
                .containsExactly(
                        new Kept("2026", hour(20), "rules", "d2", ""), new Kept("2026", hour(10), "rules", "d1", ""));
        assertThat(ledger.assessments().history("2024")).isEmpty();
    }

    @Test
    void atTheSameInstantTheLastKeptIsTheNewest() {
        ledger.assessments().keep(OLD);
        Kept later = new Kept("2026", hour(10), "rules-2", "d1", "{}");
        ledger.assessments().keep(later);
        assertThat(ledger.assessments().newest("2026")).contains(later);
    }

    @Test
    void keepingTheSameAgainChangesNothing() {
        ledger.assessments().keep(OLD);
        reopen();
        ledger.assessments().keep(OLD);
        ledger.assessments().keep(new Kept("2026", hour(10), "rules", "d1", "changed"));
        assertThat(ledger.assessments().history("2026")).hasSize(1);
        assertThat(ledger.assessments().newest("2026")).contains(OLD);
    }
}
