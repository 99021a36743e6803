package cn.zhengai.collector.follow;

import cn.zhengai.core.port.Cursors.Cursor;
import java.util.Optional;

/**
 * Where a partition is read on. As a cursor: its instant is the generation, its id the offset and which topic it speaks
 * about.
 *
 * @param generation how often reading began anew, because the topic was made anew or lost its end
 * @param identity of the topic
 * @param kept the cursor as the ledger has it; empty before the first
 */
record Position(long generation, long offset, String identity, Optional<Cursor> kept) {
    private static final char BETWEEN = ' ';

    static Position of(Cursor cursor) {
        int space = cursor.id().indexOf(BETWEEN);
        if (space < 1) {
            throw new IllegalArgumentException("a place in a topic is an offset and a topic: " + cursor);
        }
        long offset = Long.parseLong(cursor.id().substring(0, space));
        return new Position(cursor.instant(), offset, cursor.id().substring(space + 1), Optional.of(cursor));
    }

    Cursor cursor() {
        return new Cursor(generation, Long.toString(offset) + BETWEEN + identity);
    }

    /** Further on in the same topic, once that is kept. */
    Position at(long next) {
        Position moved = new Position(generation, next, identity, kept);
        return new Position(generation, next, identity, Optional.of(moved.cursor()));
    }

    /** From another offset on, in what is there now; not kept yet. */
    Position anew(String nowIdentity, long begin) {
        return new Position(generation + 1, begin, nowIdentity, kept);
    }
}
