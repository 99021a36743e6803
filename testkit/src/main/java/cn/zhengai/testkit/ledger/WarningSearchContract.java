package cn.zhengai.testkit.ledger;

import static cn.zhengai.testkit.ledger.Samples.hour;
import static cn.zhengai.testkit.ledger.Samples.status;
import static cn.zhengai.testkit.ledger.Samples.turn;
import static cn.zhengai.testkit.ledger.Samples.warning;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.WarningLedger.Query;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What warnings are found, and in which order. */
public abstract class WarningSearchContract extends LedgerContract {
    private static final int MANY = 10_000;

    private static final Query ALL =
            new Query(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), 0, 100);

    @BeforeEach
    void keepSome() {
        ledger.warnings()
                .keep(turn(0, 1)
                        .warning(warning("a", "p", "s", 10))
                        .warning(status(warning("b", "p", "t", 20), Warning.Status.EASED))
                        .warning(status(warning("c", "q", "s", 30), Warning.Status.CLEARED))
                        .warning(status(warning("d", "p", "s", 40), Warning.Status.WITHDRAWN))
                        .warning(warning("e", "q\"'\\引", "课 程", 20))
                        .end());
    }

    @Test
    void newestFirstThenById() {
        assertThat(found(ALL)).containsExactly("d", "c", "e", "b", "a");
        assertThat(ledger.warnings().count(ALL)).isEqualTo(5);
    }

    @Test
    void openOrNot() {
        assertThat(found(Query.ofOpen(10))).containsExactly("e", "b", "a");
        assertThat(found(Query.ofOpen(2))).containsExactly("e", "b");
        assertThat(ledger.warnings().count(Query.ofOpen(2))).isEqualTo(3);
        assertThat(found(new Query(
                        Optional.of(false), ALL.point(), ALL.subjects(), ALL.raisedFrom(), ALL.raisedUntil(), 0, 10)))
                .containsExactly("d", "c");
    }

    @Test
    void byPointAndSubject() {
        assertThat(found(about("p", List.of()))).containsExactly("d", "b", "a");
        assertThat(found(about("p", List.of("s")))).containsExactly("d", "a");
        assertThat(found(about("q\"'\\引", List.of("x\"", "课 程", "\\")))).containsExactly("e");
        assertThat(found(about("nothing", List.of()))).isEmpty();
        assertThat(ledger.warnings().count(about("p", List.of("s", "t")))).isEqualTo(3);
    }

    @Test
    void byKind() {
        ledger.warnings()
                .keep(turn(1, 2)
                        .warning(ofKind(warning("n", "p", "s", 50), WarningKind.NO_DATA))
                        .end());
        assertThat(found(kind(WarningKind.NO_DATA))).containsExactly("n");
        assertThat(found(kind(WarningKind.THRESHOLD))).containsExactly("d", "c", "e", "b", "a");
        assertThat(ledger.warnings().count(kind(WarningKind.NO_DATA))).isEqualTo(1);
        assertThat(ledger.warnings().warning("n").orElseThrow().kind()).isEqualTo(WarningKind.NO_DATA);
    }

    private static Query kind(WarningKind kind) {
        return new Query(
                ALL.open(),
                Optional.of(kind),
                ALL.point(),
                ALL.subjects(),
                ALL.raisedFrom(),
                ALL.raisedUntil(),
                0,
                100);
    }

    private static Warning ofKind(Warning w, WarningKind kind) {
        return new Warning(
                w.id(),
                kind,
                w.point(),
                w.subject(),
                w.severity(),
                w.status(),
                w.firstAt(),
                w.raisedAt(),
                w.raisedValue(),
                w.clearedAt(),
                w.told(),
                w.acknowledgement());
    }

    @Test
    void raisedWithinFromInclusiveUntilExclusive() {
        assertThat(found(raised(hour(20), hour(40)))).containsExactly("c", "e", "b");
        assertThat(found(raised(Instant.MIN, Instant.MAX))).hasSize(5);
        assertThat(found(raised(hour(41), Instant.MAX))).isEmpty();
    }

    @Test
    void page() {
        assertThat(found(new Query(ALL.open(), ALL.point(), ALL.subjects(), ALL.raisedFrom(), ALL.raisedUntil(), 1, 2)))
                .containsExactly("c", "e");
        assertThat(found(new Query(ALL.open(), ALL.point(), ALL.subjects(), ALL.raisedFrom(), ALL.raisedUntil(), 5, 2)))
                .isEmpty();
    }

    @Test
    void ofSeriesByRaisingWithoutTheWithdrawn() {
        assertThat(ledger.warnings().ofSeries(List.of("q/s", "p/s", "p/t", "p/x")))
                .extracting(Warning::id)
                .containsExactly("a", "b", "c");
        assertThat(ledger.warnings().ofSeries(List.of("q\"'\\引/课 程")))
                .extracting(Warning::id)
                .containsExactly("e");
        assertThat(ledger.warnings().ofSeries(List.of())).isEmpty();
    }

    @Test
    void manySeriesAndManySubjects() {
        List<String> series = new ArrayList<>();
        List<String> subjects = new ArrayList<>();
        for (int i = 0; i < MANY - 1; i++) {
            series.add("p/subject-" + i);
            subjects.add("subject-" + i);
        }
        series.add("p/t");
        subjects.add("t");
        assertThat(ledger.warnings().ofSeries(series)).extracting(Warning::id).containsExactly("b");
        assertThat(found(about("p", subjects))).containsExactly("b");
    }

    private List<String> found(Query query) {
        return ledger.warnings().find(query).stream().map(Warning::id).toList();
    }

    private static Query about(String point, Collection<String> subjects) {
        return new Query(ALL.open(), Optional.of(point), subjects, ALL.raisedFrom(), ALL.raisedUntil(), 0, 100);
    }

    private static Query raised(Instant from, Instant until) {
        return new Query(ALL.open(), ALL.point(), ALL.subjects(), Optional.of(from), Optional.of(until), 0, 100);
    }
}
