package cn.zhengai.console.board;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.console.board.WarningSearch.Found;
import cn.zhengai.console.board.WarningSearch.Wanted;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.OrgTree;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.warning.Severity;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import cn.zhengai.testkit.ledger.MemoryLedger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A unit of 25,000 students does not fit into one question to the ledger; the answer is the same as if it did. */
class WarningSearchTest {
    private static final int STUDENTS = 25_000;

    private final MemoryLedger ledger = new MemoryLedger();
    private final List<Warning> warnings = new ArrayList<>();

    private WarningSearch search() {
        List<OrgUnit> units =
                List.of(unit("root", Optional.empty()), unit("a", Optional.of("root")), unit("b", Optional.of("root")));
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < STUDENTS; i++) {
            subjects.add(new Subject("s" + i, "s" + i, Level.STUDENT, i % 10 == 0 ? "b" : "a", List.of(), Set.of()));
        }
        Catalogue catalogue = Catalogue.of(
                "大学",
                ZoneId.of("Asia/Shanghai"),
                new OrgTree(units),
                Map.of(),
                new Catalogue.Declared(subjects, List.of(), List.of(), List.of(), List.of()),
                "d");
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            warnings.add(warning(
                    i, "s" + random.nextInt(STUDENTS), Instant.ofEpochSecond(1_700_000_000L + random.nextInt(1000))));
        }
        ledger.warnings().keep(new WarningLedger.Turn("warner", 0, 0, 1, List.of(), warnings, List.of(), Map.of()));
        return new WarningSearch(() -> catalogue, ledger.warnings());
    }

    private static OrgUnit unit(String id, Optional<String> parent) {
        return new OrgUnit(id, id, OrgUnit.Kind.DEPARTMENT, parent, List.of(), Optional.empty(), List.of());
    }

    private static Warning warning(int i, String subject, Instant at) {
        return new Warning(
                "w" + i,
                WarningKind.THRESHOLD,
                "p",
                subject,
                Severity.ORANGE,
                Warning.Status.OPEN,
                at,
                at,
                0,
                Optional.empty(),
                false,
                Optional.empty());
    }

    @Test
    void pagesOfALargeUnitFollowEachOtherNewestFirst() {
        WarningSearch search = search();
        List<String> expected = warnings.stream()
                .filter(w -> !w.subject().endsWith("0"))
                .sorted(Comparator.comparing(Warning::raisedAt)
                        .thenComparing(Warning::id)
                        .reversed())
                .map(Warning::id)
                .toList();
        List<String> found = new ArrayList<>();
        for (int offset = 0; offset < expected.size(); offset += 7) {
            Found page = search.find(wanted("a", offset));
            assertThat(page.total()).isEqualTo(expected.size());
            page.warnings().forEach(w -> found.add(w.id()));
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void aUnitWithoutSubjectsHasNone() {
        assertThat(search().find(wanted("nobody", 0))).isEqualTo(new Found(List.of(), 0));
    }

    private static Wanted wanted(String unit, int offset) {
        return new Wanted(
                Optional.of(true),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(unit),
                Set.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                offset,
                7);
    }
}
