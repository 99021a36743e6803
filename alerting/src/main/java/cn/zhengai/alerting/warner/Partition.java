package cn.zhengai.alerting.warner;

import cn.zhengai.alerting.engine.Abandoned;
import cn.zhengai.alerting.engine.Run;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.warning.SeriesState;
import cn.zhengai.core.warning.Warning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One partition of the log as this warner knows it: how far it has come and where its series stand then. */
final class Partition {
    private static final int WARNINGS_AT_ONCE = 1000;

    private final int number;
    private final SeriesTable table;
    private final Set<Series> givenUp;
    private final Portion portion = new Portion();
    private long position;

    private Partition(int number, SeriesTable table, Set<Series> givenUp, long position) {
        this.number = number;
        this.table = table;
        this.givenUp = givenUp;
        this.position = position;
    }

    /** As the ledger and the store have it; whatever the table had of its series before is forgotten. */
    static Partition load(int number, SeriesTable table, Ports ports) {
        long position = ports.ledger().position(Warner.CONSUMER, number);
        ports.index().since(0).stream()
                .filter(series -> ports.store().partitionOf(series) == number)
                .forEach(table::forget);
        List<SeriesState> open = new ArrayList<>();
        Set<Series> givenUp = new HashSet<>();
        ports.ledger().states(number, state -> {
            Series series = ports.index().of(state.point(), state.subject());
            table.put(series, run(state), Optional.empty(), true, state.lastAt());
            if (!state.openWarning().isEmpty()) {
                open.add(state);
            }
            if (state.run() == Abandoned.GIVEN_UP) {
                givenUp.add(series);
            }
        });
        ports.store().newest(Knowledge.in(number, position), table::noteNewest);
        for (int from = 0; from < open.size(); from += WARNINGS_AT_ONCE) {
            loadOpen(ports, table, open.subList(from, Math.min(open.size(), from + WARNINGS_AT_ONCE)));
        }
        return new Partition(number, table, givenUp, position);
    }

    private static void loadOpen(Ports ports, SeriesTable table, List<SeriesState> states) {
        WarningLedger ledger = ports.ledger();
        Map<String, Warning> byId =
                ledger
                        .ofSeries(states.stream()
                                .map(s -> s.point() + "/" + s.subject())
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Warning::id, Function.identity()));
        for (SeriesState state : states) {
            Series series = ports.index().of(state.point(), state.subject());
            table.put(series, run(state), Optional.ofNullable(byId.get(state.openWarning())), true, state.lastAt());
        }
    }

    private static Run run(SeriesState state) {
        return state.runCount() == 0 ? Run.NONE : new Run(state.runFirst(), state.runCount());
    }

    int number() {
        return number;
    }

    SeriesTable table() {
        return table;
    }

    /** Had it a warning open when its rule went away, as the ledger knows? */
    boolean givenUp(Series series) {
        return givenUp.contains(series);
    }

    Portion portion() {
        return portion;
    }

    /** Number of the last reading dealt with and kept. */
    long position() {
        return position;
    }

    /** What its warnings rest on. */
    Knowledge known() {
        return Knowledge.in(number, position);
    }

    void moveTo(long upTo) {
        position = upTo;
    }
}
