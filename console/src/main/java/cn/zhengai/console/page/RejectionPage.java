package cn.zhengai.console.page;

import cn.zhengai.console.board.Records;
import cn.zhengai.core.port.Intake.Kept;
import cn.zhengai.core.reading.RejectionStanding.Status;
import java.util.List;

/**
 * One rejected row.
 *
 * @param shown whether its content may be shown
 * @param problem why what was just asked for was not done; blank when nothing was
 * @param sourceName of the source that sent it
 */
public record RejectionPage(Frame frame, Kept kept, boolean shown, String problem, String sourceName) {

    /** A cell as it came and as it was sent last. */
    public record Cell(String column, String came, String now) {
        public boolean edited() {
            return !came.equals(now);
        }
    }

    static RejectionPage of(Frame frame, Kept kept, boolean shown, String problem, Records records) {
        String name =
                records.catalogue().get().sourceName(kept.rejection().head().source());
        return new RejectionPage(frame, kept, shown, problem, name);
    }

    public boolean open() {
        return kept.standing().status() == Status.OPEN;
    }

    /** In the order they came. */
    public List<Cell> cells() {
        return kept.standing().columns().entrySet().stream()
                .map(cell -> new Cell(
                        cell.getKey(),
                        kept.rejection().kept().columns().getOrDefault(cell.getKey(), ""),
                        cell.getValue()))
                .toList();
    }
}
