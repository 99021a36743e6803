package cn.zhengai.collector.file;

import cn.zhengai.collector.intake.Outcomes;
import cn.zhengai.collector.mapping.FaultColumn;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Rejection;
import cn.zhengai.workbook.AnnotatedCopy;
import cn.zhengai.workbook.Annotation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers rejections and hands the workbook back with each marked at its cell, or at its row when no one cell is at
 * fault. Only the first {@link #MOST_MARKS} are marked. For one thread.
 */
final class MarkedRows implements Outcomes {
    static final int MOST_MARKS = 20_000;
    /** A copy of more cells would take too much memory. */
    static final long MOST_CELLS = 200_000;

    private final SourceMapping mapping;
    private final SheetRows rows;
    private final List<Annotation> marks = new ArrayList<>();

    MarkedRows(SourceMapping mapping, SheetRows rows) {
        this.mapping = mapping;
        this.rows = rows;
    }

    @Override
    public void rejected(Rejection rejection) {
        if (marks.size() < MOST_MARKS) {
            marks.add(new Annotation(
                    rows.sheet(),
                    rejection.row(),
                    column(rejection.reason()),
                    Annotation.Mark.ERROR,
                    rejection.detail()));
        }
    }

    @Override
    public void judged(int row, int accepted, int rejected) {
        // only rejections are marked
    }

    /** 0: the row as a whole. */
    private int column(Reason reason) {
        return FaultColumn.of(reason, mapping, rows.header().keySet())
                .map(name -> rows.header().getOrDefault(name, 0))
                .orElse(0);
    }

    /** Whether a copy was written; none when nothing was rejected or the file is too large. */
    boolean write(Path file, Path to) throws IOException {
        if (marks.isEmpty() || rows.cells() > MOST_CELLS) {
            return false;
        }
        Files.createDirectories(to.toAbsolutePath().getParent());
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(to)) {
            AnnotatedCopy.write(file, marks, out);
            whole = true;
        } finally {
            if (!whole) {
                HalfWritten.remove(to);
            }
        }
        return true;
    }

    boolean tooLarge() {
        return !marks.isEmpty() && rows.cells() > MOST_CELLS;
    }
}
