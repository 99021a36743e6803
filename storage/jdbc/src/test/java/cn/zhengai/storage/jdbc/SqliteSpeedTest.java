package cn.zhengai.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.WarningLedger.Turn;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.SeriesState;
import cn.zhengai.core.warning.Severity;
import cn.zhengai.core.warning.Step;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The best of some turns is well within what a turn may take; a machine under load only makes the others slower. */
class SqliteSpeedTest {
    private static final int STATES = 10_000;
    private static final int FACTS = 1_000;
    private static final int TURNS = 8;
    private static final Duration ALLOWED = Duration.ofMillis(500);

    @TempDir
    Path folder;

    @Test
    void aLargeTurnIsFast() {
        long best = Long.MAX_VALUE;
        try (Ledger ledger = SqliteLedger.open(folder.resolve("ledger.db"))) {
            for (int turn = 0; turn < TURNS; turn++) {
                Turn large = turn(turn);
                long start = System.nanoTime();
                ledger.warnings().keep(large);
                best = Math.min(best, System.nanoTime() - start);
            }
            assertThat(ledger.warnings().facts(0, Integer.MAX_VALUE)).hasSize(TURNS * FACTS);
        }
        assertThat(Duration.ofNanos(best)).isLessThan(ALLOWED);
    }

    private static Turn turn(int number) {
        List<SeriesState> states = new ArrayList<>();
        for (int i = 0; i < STATES; i++) {
            states.add(new SeriesState("course.attendance", "course-2026-" + i, number, 'W', number, number, ""));
        }
        List<Warning> warnings = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < FACTS; i++) {
            Warning warning = warning(number, i);
            warnings.add(warning);
            facts.add(new Fact("fact-" + number + "-" + i, 0, Step.RAISED, warning, true, Instant.EPOCH, ""));
        }
        return new Turn("warner", 0, number, number + 1L, states, warnings, facts, Map.of());
    }

    private static Warning warning(int turn, int number) {
        return new Warning(
                "warning-" + turn + "-" + number,
                WarningKind.THRESHOLD,
                "course.attendance",
                "course-2026-" + number,
                Severity.ORANGE,
                Warning.Status.OPEN,
                Instant.ofEpochMilli(turn),
                Instant.ofEpochMilli(turn),
                42,
                Optional.empty(),
                true,
                Optional.empty());
    }
}
