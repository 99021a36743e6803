package cn.zhengai.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.WarningLedger.Turn;
import cn.zhengai.testkit.ledger.CopyContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A whole ledger in another place, from either database to either. */
class LedgerCopyTest {
    @RegisterExtension
    static final Databases DATABASES = Databases.atHand();

    @TempDir
    Path folder;

    private LedgerPlace file(String name) {
        return LedgerPlace.file(folder.resolve(name));
    }

    private LedgerPlace server(String name) {
        return LedgerPlace.server(DATABASES.access(folder.resolve(name)));
    }

    @Nested
    class FromFileToServer extends Copied {
        FromFileToServer() {
            super(LedgerCopyTest.this::file, LedgerCopyTest.this::server);
        }
    }

    @Nested
    class FromServerToFile extends Copied {
        FromServerToFile() {
            super(LedgerCopyTest.this::server, LedgerCopyTest.this::file);
        }
    }

    @Nested
    class FromServerToServer extends Copied {
        FromServerToServer() {
            super(LedgerCopyTest.this::server, LedgerCopyTest.this::server);
        }
    }

    abstract static class Copied extends CopyContract {
        private final Function<String, LedgerPlace> first;
        private final Function<String, LedgerPlace> second;

        Copied(Function<String, LedgerPlace> first, Function<String, LedgerPlace> second) {
            this.first = first;
            this.second = second;
        }

        @Override
        protected Ledger open() {
            return first.apply("one").open();
        }

        @Override
        protected Ledger openOther() {
            return second.apply("other").open();
        }

        @Override
        protected void copy() {
            LedgerCopy.run(first.apply("one"), second.apply("other"), List::of, List.of());
            assertThat(LedgerTables.rows(second.apply("other"))).isEqualTo(LedgerTables.rows(first.apply("one")));
        }
    }

    @Test
    void aTranslationMakesOtherRowsOrNone() {
        mark(file("one"), "kept", "left");
        server("other").open().close();

        LedgerCopy.run(
                file("one"),
                server("other"),
                row -> row.table().equals("mark") && row.text("name").equals("left")
                        ? List.of()
                        : row.table().equals("mark") ? List.of(row, row.with("name", "twice")) : List.of(row),
                List.of(new LedgerRow("mark", new TreeMap<>(Map.of("name", "own", "remark", "own")))));

        assertThat(marks(server("other")))
                .isEqualTo(new TreeMap<>(Map.of("kept", "kept", "twice", "kept", "own", "own")));
    }

    @Test
    void whatBreaksOffLeavesTheOtherAsItWas() {
        mark(file("one"), "new");
        mark(server("other"), "old");

        assertThatThrownBy(() -> LedgerCopy.run(
                        file("one"),
                        server("other"),
                        row -> {
                            if (row.table().equals("place")) {
                                throw new IllegalStateException("broken off");
                            }
                            return List.of(row);
                        },
                        List.of()))
                .hasMessage("broken off");

        assertThat(marks(server("other"))).isEqualTo(new TreeMap<>(Map.of("old", "old")));
    }

    @Test
    void textsThatPostgresCannotHoldComeBackAsTheyWere() {
        mark(file("one"), "a\u0000b\u001a", "坏字符 \u0000");
        server("middle").open().close();
        file("other").open().close();

        LedgerCopy.run(file("one"), server("middle"), List::of, List.of());
        LedgerCopy.run(server("middle"), file("other"), List::of, List.of());

        assertThat(marks(file("other"))).isEqualTo(marks(file("one"))).hasSize(2);
    }

    private static void mark(LedgerPlace place, String... names) {
        try (Ledger ledger = place.open()) {
            Map<String, String> marks = new TreeMap<>();
            List.of(names).forEach(name -> marks.put(name, name));
            ledger.warnings().keep(new Turn("test", 0, 0, 1, List.of(), List.of(), List.of(), marks));
        }
    }

    private static SortedMap<String, String> marks(LedgerPlace place) {
        SortedMap<String, String> marks = new TreeMap<>();
        List<LedgerRow> rows = new ArrayList<>();
        LedgerTables.each(place, "mark", rows::add);
        rows.forEach(row -> marks.put(row.text("name"), row.text("remark")));
        return marks;
    }
}
