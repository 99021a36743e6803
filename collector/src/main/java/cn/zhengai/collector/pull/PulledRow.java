package cn.zhengai.collector.pull;

import cn.zhengai.core.port.Cursors.Cursor;
import cn.zhengai.core.port.Cursors.RowDigest;
import org.jspecify.annotations.Nullable;

/** A row as the source gave it. */
public final class PulledRow {
    /** Length of a span: an hour. */
    static final long SPAN = 3_600_000_000L;

    private final long instant;
    private final String id;
    private final @Nullable String[] cells;
    private final long digest;
    private final int size;

    /** @param cells in the order of the columns; the caller no longer changes them */
    public PulledRow(long instant, String id, @Nullable String[] cells) {
        this.instant = instant;
        this.id = id;
        this.cells = cells;
        this.digest = Digest.of(cells);
        int characters = 0;
        for (String cell : cells) {
            characters += cell == null ? 0 : cell.length();
        }
        this.size = characters;
    }

    long instant() {
        return instant;
    }

    String id() {
        return id;
    }

    @Nullable
    String cell(int column) {
        return cells[column];
    }

    /** Characters in its cells. */
    public int size() {
        return size;
    }

    /** Equal cells give equal digests. */
    long digest() {
        return digest;
    }

    RowDigest idAndDigest() {
        return new RowDigest(id, digest);
    }

    Cursor place() {
        return new Cursor(instant, id);
    }

    long span() {
        return spanOf(instant);
    }

    static long spanOf(long instant) {
        return Math.floorDiv(instant, SPAN) * SPAN;
    }
}
