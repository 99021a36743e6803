package cn.zhengai.collector.file;

import cn.zhengai.collector.mapping.MappingPlan;
import cn.zhengai.collector.mapping.RowSource;
import cn.zhengai.collector.mapping.Skip;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.SourceMapping.Drop;
import cn.zhengai.core.catalogue.SourceMapping.Sheet;
import cn.zhengai.workbook.SheetReader;
import cn.zhengai.workbook.SheetRow;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet of a workbook; the number of a row is that the spreadsheet shows. What is no row (above the
 * header, blank, a note, declared) is passed over and counted.
 */
final class SheetRows implements RowSource {
    private final Path file;
    private final SourceMapping mapping;
    private final Sheet form;
    private final MappingPlan plan;
    private final ZoneId zone;
    private String sheet = "";
    private Map<String, Integer> header = Map.of();
    private long cells;

    SheetRows(Path file, SourceMapping mapping, MappingPlan plan, ZoneId zone) {
        this.file = file;
        this.mapping = mapping;
        this.form = mapping.drop().map(Drop::sheet).orElse(Sheet.ANY);
        this.plan = plan;
        this.zone = zone;
    }

    /** Name of the sheet that was read. */
    String sheet() {
        return sheet;
    }

    /** Column of each name, once rows have come. */
    Map<String, Integer> header() {
        return header;
    }

    /** Cells met so far. */
    long cells() {
        return cells;
    }

    /** @throws Stopped with the refusal, before any row is handed over */
    @Override
    public void read(List<String> columns, Rows rows) throws IOException {
        try (SheetReader reader = SheetReader.open(file)) {
            sheet = chosen(reader.sheets());
            SheetHead head = new SheetHead(form, plan);
            Body body = new Body(columns, rows);
            reader.read(sheet, row -> take(row, head, body));
            if (header.isEmpty()) {
                throw new Stopped(head.missing());
            }
        }
    }

    private String chosen(List<String> sheets) {
        if (form.name().isBlank() && !sheets.isEmpty()) {
            return sheets.get(0);
        }
        List<String> matching = sheets.stream()
                .filter(name -> FileSystems.getDefault()
                        .getPathMatcher("glob:" + form.name())
                        .matches(Path.of(name.replace('/', '_'))))
                .toList();
        if (matching.size() == 1) {
            return matching.get(0);
        }
        throw new Stopped(new FileRefused("工作表“" + form.name() + "”应当正好有一张，文件里"
                + (matching.isEmpty() ? "没有" : "有 " + String.join("、", matching)) + "。文件里的工作表是："
                + String.join("、", sheets) + "。整份文件没有接收，请改名或修改映射后重新投放。"));
    }

    private void take(SheetRow row, SheetHead head, Body body) {
        cells += row.width();
        if (!header.isEmpty()) {
            body.take(row);
            return;
        }
        try {
            Optional<Map<String, Integer>> found = head.take(row);
            if (found.isPresent()) {
                header = found.get();
                body.begin();
            } else if (!row.isBlank()) {
                body.rows.skipped(Skip.TITLE_ROW, 1);
            }
        } catch (FileRefused refused) {
            throw new Stopped(refused);
        }
    }

    /** What comes below the header. */
    private final class Body {
        private final List<String> columns;
        private final Rows rows;
        private @Nullable SheetWindow window;

        Body(List<String> columns, Rows rows) {
            this.columns = columns;
            this.rows = rows;
        }

        void begin() {
            window = new SheetWindow(mapping, form, header, columns, zone);
        }

        void take(SheetRow row) {
            SheetWindow seen = window;
            if (seen == null) {
                throw new IllegalStateException("rows begin below the header");
            }
            seen.move(row);
            Optional<Skip> skip = seen.skip();
            if (skip.isPresent()) {
                rows.skipped(skip.get(), 1);
            } else {
                rows.row(seen);
            }
        }
    }

    /** Carries a refusal out of the reading. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient FileRefused why;

        Stopped(FileRefused why) {
            super(why.sentence(), null, false, false);
            this.why = why;
        }

        FileRefused why() {
            return why;
        }
    }
}
