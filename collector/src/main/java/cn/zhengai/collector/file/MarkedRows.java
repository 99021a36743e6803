package cn.zhengai.collector.file;

import cn.zhengai.collector.intake.Outcomes;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.SourceMapping.Measure;
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
import java.util.Map;

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
        return switch (reason) {
            case NO_SUBJECT, UNKNOWN_SUBJECT, NOT_APPLICABLE -> named(mapping.subject());
            case NO_INSTANT, BAD_INSTANT, IN_FUTURE ->
                named("{" + mapping.time().column() + "}");
            case NO_POINT, UNKNOWN_POINT, FORBIDDEN_POINT, POINT_SWITCHED_OFF ->
                only().map(m -> named(m.point())).orElse(0);
            case NO_VALUE, NOT_A_NUMBER, NOT_FINITE, TOO_FINE, TOO_LARGE, IMPLAUSIBLE, WRONG_UNIT ->
                only().map(m -> named("{" + m.value().or(m::numerator).orElse("") + "}"))
                        .orElse(0);
            case NO_DENOMINATOR, BAD_DENOMINATOR ->
                only().map(m -> named("{" + m.denominator().orElse("") + "}")).orElse(0);
            default -> 0;
        };
    }

    private java.util.Optional<Measure> only() {
        return mapping.measures().size() == 1
                ? java.util.Optional.of(mapping.measures().get(0))
                : java.util.Optional.empty();
    }

    /** Column of the first name of a template; 0 when it has none. */
    private int named(String template) {
        for (Map.Entry<String, Integer> one : rows.header().entrySet()) {
            if (template.contains("{" + one.getKey() + "}")) {
                return one.getValue();
            }
        }
        return 0;
    }

    /** Whether a copy was written; none when nothing was rejected or the file is too large. */
    boolean write(Path file, Path to) throws IOException {
        if (marks.isEmpty() || rows.cells() > MOST_CELLS) {
            return false;
        }
        Files.createDirectories(to.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(to)) {
            AnnotatedCopy.write(file, marks, out);
        }
        return true;
    }

    boolean tooLarge() {
        return !marks.isEmpty() && rows.cells() > MOST_CELLS;
    }
}
