package cn.zhengai.console.page;

import cn.zhengai.console.board.Records;
import cn.zhengai.console.board.VersionLook;
import cn.zhengai.console.board.VersionLook.Row;
import cn.zhengai.core.version.Change;
import java.util.List;
import java.util.Optional;

/**
 * The versions of the catalogue, and what one of them changed.
 *
 * @param chosen the one whose changes are shown
 * @param changes against the version before it
 */
public record VersionsPage(Frame frame, List<Row> rows, Optional<Row> chosen, List<Change> changes) {

    static VersionsPage of(Frame frame, Records records, Optional<Integer> number) {
        VersionLook look = new VersionLook(records);
        List<Row> rows = look.all();
        Optional<Row> chosen = number.map(look::one).or(() -> rows.stream().findFirst());
        return new VersionsPage(
                frame,
                rows,
                chosen,
                chosen.map(row ->
                                look.changes(row.head().number() - 1, row.head().number()))
                        .orElse(List.of()));
    }
}
