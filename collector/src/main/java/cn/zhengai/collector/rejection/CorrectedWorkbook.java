package cn.zhengai.collector.rejection;

import cn.zhengai.core.port.Intake.Kept;
import cn.zhengai.core.reading.RejectionId;
import cn.zhengai.core.reading.RejectionStanding.Status;
import cn.zhengai.workbook.SheetReader;
import cn.zhengai.workbook.SheetRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@link RejectionWorkbook} that people have put right: each row with a changed cell is repaired as if it had been edited
 * at the desk. Rows without a change are left as they stand. For one thread.
 */
public final class CorrectedWorkbook {
    private final RejectionDesk desk;
    private final Words words;
    private Resent resent = Resent.NOTHING;
    private long unchanged;
    private final List<String> refused = new ArrayList<>();

    private CorrectedWorkbook(RejectionDesk desk, Words words) {
        this.desk = desk;
        this.words = words;
    }

    /**
     * Sends what was changed.
     *
     * @throws cn.zhengai.workbook.UnreadableWorkbook when the file is none
     * @throws IOException when the disk fails; rows sent before that stand
     */
    public static Outcome send(Path file, RejectionDesk desk, Words words) throws IOException {
        CorrectedWorkbook corrected = new CorrectedWorkbook(desk, words);
        List<Edited> rows = new ArrayList<>();
        boolean ours = false;
        try (SheetReader reader = SheetReader.open(file)) {
            for (String sheet : reader.sheets()) {
                Sheet one = new Sheet(sheet, rows);
                reader.read(sheet, one::take);
                ours |= one.isOurs();
            }
        }
        rows.forEach(corrected::send);
        return new Outcome(ours, corrected.resent, corrected.unchanged, corrected.refused);
    }

    private void send(Edited row) {
        Optional<Kept> kept = RejectionId.parse(row.id).flatMap(desk::find);
        if (kept.isEmpty()) {
            refused.add(row.place + "：没有拒收记录“" + row.id + "”。");
            return;
        }
        Map<String, String> before = kept.get().standing().columns();
        Map<String, String> changed = new LinkedHashMap<>();
        row.cells.forEach((column, text) -> {
            if (!text.equals(
                    RejectionWorkbook.shown(before.getOrDefault(column, "")).strip())) {
                changed.put(column, text);
            }
        });
        if (changed.isEmpty()) {
            unchanged += kept.get().standing().status() == Status.OPEN ? 1 : 0;
            return;
        }
        try {
            resent = resent.and(desk.repair(kept.get().id(), changed, words));
        } catch (DeskRefused why) {
            refused.add(row.place + "：" + why.sentence());
        }
    }

    /**
     * What became of the file.
     *
     * @param ours it holds a sheet with the columns of an export
     * @param unchanged open rows that nobody changed
     * @param refused rows that were not sent, each with where it stands and why, in Chinese
     */
    public record Outcome(boolean ours, Resent resent, long unchanged, List<String> refused) {
        public Outcome {
            refused = List.copyOf(refused);
        }
    }

    /** A row as it stands in the file now. */
    private record Edited(String place, String id, Map<String, String> cells) {}

    /** Reads one sheet; one that is none of ours has no rows. */
    private static final class Sheet {
        private final String name;
        private final List<Edited> rows;
        private final List<String> header = new ArrayList<>();
        private boolean headed;

        Sheet(String name, List<Edited> rows) {
            this.name = name;
            this.rows = rows;
        }

        boolean isOurs() {
            return !header.isEmpty();
        }

        void take(SheetRow row) {
            if (!headed) {
                headed = true;
                head(row);
            } else if (isOurs() && !row.isBlank()) {
                rows.add(new Edited(name + " 第 " + row.number() + " 行", row.text(1), cells(row)));
            }
        }

        private void head(SheetRow row) {
            List<String> names = new ArrayList<>();
            for (int column = 1; column <= row.width(); column++) {
                names.add(text(row, column));
            }
            if (names.size() >= RejectionWorkbook.FIRST.size()
                    && names.subList(0, RejectionWorkbook.FIRST.size()).equals(RejectionWorkbook.FIRST)) {
                header.addAll(names);
            }
        }

        /** The row's own cells; an empty one has an empty text. */
        private Map<String, String> cells(SheetRow row) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = RejectionWorkbook.FIRST.size(); i < header.size(); i++) {
                String column = header.get(i);
                if (!column.isEmpty() && !column.equals(RejectionWorkbook.UNREAD)) {
                    cells.putIfAbsent(column, text(row, i + 1));
                }
            }
            return cells;
        }

        private static String text(SheetRow row, int column) {
            return row.cell(column).map(cell -> cell.text().strip()).orElse("");
        }
    }
}
