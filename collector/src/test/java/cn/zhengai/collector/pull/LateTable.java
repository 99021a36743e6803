package cn.zhengai.collector.pull;

import cn.zhengai.core.port.Cursors.Cursor;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table in memory whose rows become visible at an instant of their own, long after they were written. */
final class LateTable implements Source {
    private static final List<String> COLUMNS = List.of("id", "written", "point", "subject", "at", "value");

    private final Map<Integer, Written> rows = new HashMap<>();
    /** Its clock, microseconds. */
    long now = 1_767_225_600_000_000L;

    private int callsUntilTrouble = Integer.MAX_VALUE;
    int open;

    /** A row: what it says since when, and from when others see it. */
    private record Written(long instant, int id, int value, long visible) {}

    /** Written now, seen after a while; an id that is there is changed, and until then seen as it was. */
    void write(int id, int value, long delay) {
        rows.put(id, new Written(now, id, value, now + delay));
    }

    /** Changed without its instant moving. */
    void changeQuietly(int id, int value) {
        rows.computeIfPresent(id, (key, row) -> new Written(row.instant, id, value, row.visible));
    }

    void delete(int id) {
        rows.remove(id);
    }

    /** Ids with their values, as everybody will see them once all is visible. */
    Map<Integer, Integer> truth() {
        Map<Integer, Integer> truth = new HashMap<>();
        rows.values().forEach(row -> truth.put(row.id, row.value));
        return truth;
    }

    /** After so many more calls one fails. */
    void failAfter(int calls) {
        callsUntilTrouble = calls;
    }

    private void mayFail() {
        callsUntilTrouble--;
        if (callsUntilTrouble == 0) {
            throw new PortException(Trouble.UNAVAILABLE, "the table went away");
        }
    }

    @Override
    public long start() {
        return 0;
    }

    @Override
    public Session open() {
        mayFail();
        open++;
        return new Session() {
            @Override
            public long now() {
                mayFail();
                return now;
            }

            @Override
            public Rows read(Cursor after, long until) {
                mayFail();
                return new Answer(seen(after, until));
            }

            @Override
            public void close() {
                open--;
            }
        };
    }

    private List<Written> seen(Cursor after, long until) {
        int id = after.id().isEmpty() ? Integer.MIN_VALUE : Integer.parseInt(after.id());
        return rows.values().stream()
                .filter(row -> row.visible <= now && row.instant <= until)
                .filter(row -> row.instant > after.instant() || (row.instant == after.instant() && row.id > id))
                .sorted(Comparator.comparing(Written::instant).thenComparing(Written::id))
                .toList();
    }

    /** Everything at once, handed over in lots. */
    private final class Answer implements Rows {
        private final List<Written> left;

        Answer(List<Written> rows) {
            left = new ArrayList<>(rows);
        }

        @Override
        public List<String> columns() {
            return COLUMNS;
        }

        @Override
        public List<PulledRow> next(int most) {
            mayFail();
            List<Written> some = left.subList(0, Math.min(most, left.size()));
            List<PulledRow> rows = some.stream().map(LateTable::pulled).toList();
            some.clear();
            return rows;
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    private static PulledRow pulled(Written row) {
        String[] cells = {
            Integer.toString(row.id),
            Long.toString(row.instant),
            "course.hours",
            "math-1",
            Long.toString(1_577_836_800L + row.id),
            Integer.toString(row.value)
        };
        return new PulledRow(row.instant, cells[0], cells);
    }
}
