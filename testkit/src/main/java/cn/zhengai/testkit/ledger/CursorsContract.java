package cn.zhengai.testkit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Cursors;
import cn.zhengai.core.port.Cursors.Added;
import cn.zhengai.core.port.Cursors.Advance;
import cn.zhengai.core.port.Cursors.Correction;
import cn.zhengai.core.port.Cursors.Cursor;
import cn.zhengai.core.port.Cursors.RowDigest;
import cn.zhengai.core.port.Cursors.Span;
import cn.zhengai.core.port.Cursors.Vanished;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.Trouble;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A cursor moves with its rows or not at all; spans add up; what vanished is listed until it comes back. */
public abstract class CursorsContract extends LedgerContract {
    private static final int ROUNDS = 20;
    private static final RowDigest A1 = new RowDigest("7", 11);
    private static final RowDigest A2 = new RowDigest("7", Long.MAX_VALUE);
    private static final RowDigest B = new RowDigest("课程-8", Long.MIN_VALUE);
    private static final Cursor FIRST = Cursor.startOf(100);
    private static final Cursor NEXT = new Cursor(200, "9");

    private Cursors cursors() {
        return ledger.cursors();
    }

    private static Advance advance(Optional<Cursor> from, Cursor to, Added... added) {
        return new Advance("jw", from, to, List.of(added), 0);
    }

    @Test
    void theCursorIsWhereItWasLeft() {
        assertThat(cursors().settled("jw")).isEmpty();
        cursors().keep(advance(Optional.empty(), FIRST));
        reopen();
        assertThat(cursors().settled("jw")).contains(FIRST);
        assertThat(cursors().settled("xg")).isEmpty();
        cursors().keep(advance(Optional.of(FIRST), NEXT));
        assertThat(cursors().settled("jw")).contains(NEXT);
    }

    @Test
    void whoComesFromElsewhereIsRefusedAndChangesNothing() {
        cursors().keep(advance(Optional.empty(), FIRST));
        Added added = new Added(0, List.of(A1), 1, 11);
        assertTrouble(Trouble.STALE, () -> cursors().keep(advance(Optional.empty(), NEXT, added)));
        assertTrouble(Trouble.STALE, () -> cursors().keep(advance(Optional.of(NEXT), NEXT, added)));
        assertThat(cursors().settled("jw")).contains(FIRST);
        assertThat(cursors().spans("jw", 0)).isEmpty();
        assertThat(cursors().rows("jw", 0)).isEmpty();
    }

    @Test
    void ofTwoAtOnceOneIsRefusedAndAddsNothing() {
        Ledger second = another();
        Optional<Cursor> at = Optional.empty();
        for (int round = 1; round <= ROUNDS; round++) {
            Cursor next = new Cursor(100L * round, "");
            Advance step = advance(at, next, new Added(0, List.of(new RowDigest("r" + round, 1)), 1, 1));
            assertThat(atOnce(List.of(
                            () -> cursors().keep(step), () -> second.cursors().keep(step))))
                    .containsExactlyInAnyOrder(Optional.empty(), Optional.of(Trouble.STALE));
            assertThat(cursors().spans("jw", 0)).containsExactly(new Span(0, round, round));
            at = Optional.of(next);
        }
    }

    /** Whatever comes first, the sums are those of the rows. */
    @Test
    void aCorrectionAndAnAdvanceAtOnceAddUp() {
        Ledger second = another();
        cursors().keep(advance(Optional.empty(), FIRST, new Added(0, List.of(A1), 1, 11)));
        Cursor at = FIRST;
        for (int round = 1; round <= ROUNDS; round++) {
            Cursor next = new Cursor(FIRST.instant() + round, "");
            Advance step = advance(Optional.of(at), next, new Added(0, List.of(new RowDigest("r" + round, 1)), 1, 1));
            Correction back = new Correction("jw", 0, List.of(A1), List.of(), Samples.hour(3));
            assertThat(atOnce(List.of(
                            () -> cursors().keep(step), () -> second.cursors().correct(back))))
                    .containsOnly(Optional.empty());
            List<RowDigest> rows = cursors().rows("jw", 0);
            assertThat(cursors().spans("jw", 0))
                    .containsExactly(new Span(
                            0,
                            rows.size(),
                            rows.stream().mapToLong(RowDigest::digest).sum()));
            at = next;
        }
    }

    @Test
    void spansAddUpAndTheLaterDigestOfAnIdCounts() {
        cursors().keep(advance(Optional.empty(), FIRST, new Added(0, List.of(A1), 1, 11)));
        cursors()
                .keep(advance(
                        Optional.of(FIRST),
                        NEXT,
                        new Added(0, List.of(B, A2), 1, B.digest() + A2.digest() - A1.digest()),
                        new Added(3600, List.of(A1), 1, 11)));
        reopen();
        assertThat(cursors().spans("jw", 0))
                .containsExactly(new Span(0, 2, A2.digest() + B.digest()), new Span(3600, 1, 11));
        assertThat(cursors().spans("jw", 1)).containsExactly(new Span(3600, 1, 11));
        assertThat(cursors().rows("jw", 0)).containsExactlyInAnyOrder(A2, B);
        assertThat(cursors().rows("jw", 3600)).containsExactly(A1);
        assertThat(cursors().rows("xg", 0)).isEmpty();
    }

    @Test
    void whatIsNoLongerNeededIsForgotten() {
        cursors()
                .keep(advance(
                        Optional.empty(),
                        FIRST,
                        new Added(0, List.of(A1), 1, 11),
                        new Added(3600, List.of(B), 1, B.digest())));
        cursors().keep(new Advance("jw", Optional.of(FIRST), NEXT, List.of(), 3600));
        assertThat(cursors().spans("jw", 0)).containsExactly(new Span(3600, 1, B.digest()));
        assertThat(cursors().rows("jw", 0)).isEmpty();
    }

    @Test
    void aCorrectionReplacesASpan() {
        cursors().keep(advance(Optional.empty(), FIRST, new Added(0, List.of(A1, B), 2, 11 + B.digest())));
        Correction gone = new Correction("jw", 0, List.of(A2), List.of(B.id()), Samples.hour(3));
        cursors().correct(gone);
        cursors().correct(gone);
        reopen();
        assertThat(cursors().spans("jw", 0)).containsExactly(new Span(0, 1, A2.digest()));
        assertThat(cursors().rows("jw", 0)).containsExactly(A2);
        assertThat(cursors().vanished("jw", 10)).containsExactly(new Vanished(B.id(), 0, Samples.hour(3)));
        cursors().correct(new Correction("jw", 0, List.of(), List.of("7"), Samples.hour(4)));
        assertThat(cursors().spans("jw", 0)).isEmpty();
        assertThat(cursors().vanished("jw", 1)).containsExactly(new Vanished("7", 0, Samples.hour(4)));
    }

    @Test
    void whatComesBackIsNoLongerAmongTheVanished() {
        cursors().correct(new Correction("jw", 0, List.of(), List.of("7", B.id(), "9"), Samples.hour(3)));
        cursors().keep(advance(Optional.empty(), FIRST, new Added(3600, List.of(A1), 1, 11)));
        cursors().correct(new Correction("jw", 0, List.of(B), List.of(), Samples.hour(4)));
        assertThat(cursors().vanished("jw", 10)).containsExactly(new Vanished("9", 0, Samples.hour(3)));
    }

    @Test
    void whenItWasCompared() {
        assertThat(cursors().comparedAt("jw")).isEmpty();
        cursors().compared("jw", Samples.hour(1));
        cursors().compared("jw", Samples.hour(2));
        reopen();
        assertThat(cursors().comparedAt("jw")).contains(Samples.hour(2));
        assertThat(cursors().comparedAt("xg")).isEmpty();
    }
}
