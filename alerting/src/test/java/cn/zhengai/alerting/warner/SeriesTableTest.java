package cn.zhengai.alerting.warner;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.rule.RuleBook;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.OrgTree;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeriesTableTest {
    private static final Catalogue EMPTY = new Catalogue(
            "空",
            ZoneOffset.UTC,
            new OrgTree(List.of()),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            List.of(),
            Map.of(),
            "0");

    /** Every question may be the first that speaks of a series beyond what the arrays hold. */
    @Test
    void everyQuestionMayBeTheFirstOfASeries() {
        SeriesTable table = new SeriesTable(RuleBook.of(EMPTY), 0);
        int beyond = 5_000;
        assertThat(table.late(Reading.plain(series(beyond), 1, 1, 1))).isFalse();
        assertThat(table.newest(series(2 * beyond))).isEqualTo(Long.MIN_VALUE);
        assertThat(table.moving(series(4 * beyond))).isFalse();
        assertThat(table.open(series(8 * beyond))).isFalse();
        assertThat(table.watched(series(16 * beyond))).isFalse();
        assertThat(table.still(Reading.plain(series(32 * beyond), 1, 1, 1), false))
                .isTrue();
        assertThat(table.newest(series(32 * beyond))).isEqualTo(1);
    }

    private static Series series(int number) {
        return new Series(number, "p", "s" + number);
    }
}
