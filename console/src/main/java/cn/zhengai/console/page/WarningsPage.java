package cn.zhengai.console.page;

import cn.zhengai.console.board.OpenGroup;
import cn.zhengai.console.board.Records;
import cn.zhengai.console.board.WarningSearch.Found;
import cn.zhengai.console.board.WarningSearch.Wanted;
import cn.zhengai.console.http.Asked;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.warning.WarningKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Warnings of the levels that are listed one by one, newest first.
 *
 * @param open what was asked: open ones, closed ones, or all
 * @param problem why the number asked for opens nothing; empty when none was asked for
 * @param next offset of the next page; empty on the last
 */
public record WarningsPage(
        Frame frame,
        Optional<Boolean> open,
        Optional<WarningKind> kind,
        Optional<Level> level,
        Optional<OrgUnit> unit,
        List<OrgUnit> departments,
        List<Level> levels,
        List<WarningRows.Row> rows,
        List<OpenGroup> groups,
        long total,
        int offset,
        Optional<Integer> next,
        String problem) {
    private static final int ROWS = 50;

    static WarningsPage of(Frame frame, Asked asked, Records records, String problem) {
        WarningRows rows = new WarningRows(records);
        Optional<Boolean> open = asked.text("open").map(v -> !v.equals("false"));
        boolean all = asked.text("open").filter("all"::equals).isPresent();
        Optional<Boolean> wantedOpen = all ? Optional.empty() : Optional.of(open.orElse(true));
        Optional<WarningKind> kind = asked.kind();
        Optional<Level> level = asked.level();
        Set<Level> listed = rows.listed();
        Set<Level> levels =
                level.filter(listed::contains).<Set<Level>>map(EnumSet::of).orElse(listed);
        var tree = records.catalogue().get().tree();
        Optional<OrgUnit> unit = asked.text("unit").flatMap(tree::unit);
        int offset = asked.offset();
        Found found = records.warnings()
                .find(new Wanted(
                        wantedOpen,
                        kind,
                        Optional.empty(),
                        Optional.empty(),
                        unit.map(OrgUnit::id),
                        levels,
                        level.isEmpty() && unit.isEmpty(),
                        Optional.empty(),
                        Optional.empty(),
                        offset,
                        ROWS));
        return new WarningsPage(
                frame,
                wantedOpen,
                kind,
                level,
                unit,
                tree.units().stream()
                        .filter(u -> u.kind() == OrgUnit.Kind.DEPARTMENT)
                        .toList(),
                List.copyOf(listed),
                found.warnings().stream().map(rows::row).toList(),
                unit.isEmpty() && kind.isEmpty() && !wantedOpen.equals(Optional.of(false)) ? rows.groups() : List.of(),
                found.total(),
                offset,
                offset + ROWS < found.total() ? Optional.of(offset + ROWS) : Optional.empty(),
                problem);
    }

    /** The chosen state as the address says it. */
    public String state() {
        return open.map(o -> o ? "true" : "false").orElse("all");
    }

    /** Address of a page of the same search. */
    public String at(int newOffset) {
        return "/warnings?open=" + state()
                + kind.map(k -> "&kind=" + k.name()).orElse("")
                + level.map(l -> "&level=" + l.name()).orElse("")
                + unit.map(u -> "&unit=" + Links.part(u.id())).orElse("") + "&offset=" + newOffset;
    }

    public int previous() {
        return Math.max(0, offset - ROWS);
    }
}
