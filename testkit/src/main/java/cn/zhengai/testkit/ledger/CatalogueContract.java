package cn.zhengai.testkit.ledger;

import static cn.zhengai.testkit.ledger.Samples.hour;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.version.CatalogueVersion;
import cn.zhengai.core.version.CatalogueVersion.Draft;
import cn.zhengai.core.version.CatalogueVersion.Head;
import cn.zhengai.core.version.CatalogueVersion.Publication;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Versions of the catalogue: kept whole, numbered without gaps, never twice in a row. */
public abstract class CatalogueContract extends LedgerContract {
    private static final int ROUNDS = 8;
    private static final LocalDate SPRING = LocalDate.parse("2026-03-01");

    private static SortedMap<String, String> files(String points) {
        return new TreeMap<>(Map.of("college.yaml", "name: 甲\n", "points/a.yaml", points, "empty.yaml", ""));
    }

    private static Draft draft(String digest, LocalDate from, int hour) {
        return new Draft(digest, new Publication(from, hour(hour), "李主任", "提高目标"), files(digest));
    }

    @Test
    void nothingAtFirst() {
        assertThat(ledger.catalogues().heads()).isEmpty();
        assertThat(ledger.catalogues().version(1)).isEmpty();
    }

    @Test
    void keptWholeAndNumbered() {
        Head first = ledger.catalogues().keep(draft("d1", CatalogueVersion.ALWAYS, 1));
        Head second = ledger.catalogues().keep(draft("d2", SPRING, 2));
        assertThat(first).isEqualTo(new Head(1, "d1", CatalogueVersion.ALWAYS, hour(1), "李主任", "提高目标"));
        reopen();
        assertThat(ledger.catalogues().heads()).containsExactly(first, second);
        assertThat(ledger.catalogues().version(1)).contains(new CatalogueVersion(first, files("d1")));
        assertThat(ledger.catalogues().version(2)).contains(new CatalogueVersion(second, files("d2")));
        assertThat(ledger.catalogues().version(3)).isEmpty();
    }

    @Test
    void theSameTextAgainIsNoVersion() {
        Head first = ledger.catalogues().keep(draft("d1", SPRING, 1));
        assertThat(ledger.catalogues().keep(draft("d1", SPRING, 5))).isEqualTo(first);
        assertThat(ledger.catalogues().heads()).containsExactly(first);
    }

    @Test
    void twoAtOnceGetTwoNumbersAndTheSameTextOne() {
        Ledger second = another();
        for (int round = 1; round <= ROUNDS; round++) {
            Draft one = draft("a" + round, SPRING, round);
            Draft other = draft("b" + round, SPRING, round);
            assertThat(atOnce(List.of(
                            () -> ledger.catalogues().keep(one),
                            () -> second.catalogues().keep(other))))
                    .containsOnly(Optional.empty());
            Draft same = draft("c" + round, SPRING, round);
            assertThat(atOnce(List.of(
                            () -> ledger.catalogues().keep(same),
                            () -> second.catalogues().keep(same))))
                    .containsOnly(Optional.empty());
        }
        assertThat(ledger.catalogues().heads())
                .extracting(Head::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 3 * ROUNDS).boxed().toList());
    }

    @Test
    void theSameTextFromAnotherDateIsOne() {
        ledger.catalogues().keep(draft("d1", SPRING, 1));
        assertThat(ledger.catalogues().keep(draft("d1", SPRING.minusDays(1), 2)).number())
                .isEqualTo(2);
    }

    @Test
    void backToAnEarlierTextIsOne() {
        ledger.catalogues().keep(draft("d1", SPRING, 1));
        ledger.catalogues().keep(draft("d2", SPRING, 2));
        Head back = ledger.catalogues().keep(draft("d1", SPRING, 3));
        assertThat(back.number()).isEqualTo(3);
        assertThat(ledger.catalogues().version(3).orElseThrow().files()).isEqualTo(files("d1"));
    }
}
