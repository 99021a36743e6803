package cn.zhengai.catalogue.sheet;

import cn.zhengai.catalogue.cell.Shown;
import cn.zhengai.catalogue.node.Document;
import cn.zhengai.catalogue.sheet.SheetPlan.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Worksheet;

/** Writes one sheet: header with explanations, values, drop-downs, widths. */
final class SheetWriter {
    private static final String REQUIRED = "FCE4D6";
    private static final String OPTIONAL = "DDEBF7";
    private static final String SETTINGS_HEADER = "D9D9D9";
    private static final int NARROWEST = 9;
    private static final int WIDEST = 42;
    private static final double LINE = 15;
    private static final int MOST_LINES = 8;
    private static final int MEASURED_ROWS = 300;
    /** Rows below the last one that still have drop-downs, for what people add. */
    private static final int ROOM = 500;

    private final Worksheet sheet;
    private final SheetPlan plan;
    private final Map<List<String>, Range> choices;
    /** Lines of the rows that have more than one. */
    private final Map<Integer, Integer> tall = new HashMap<>();

    SheetWriter(Worksheet sheet, SheetPlan plan, Map<List<String>, Range> choices) {
        this.sheet = sheet;
        this.plan = plan;
        this.choices = choices;
    }

    void write(List<Document> documents) {
        Rows source = new Rows(plan);
        List<Rows.Row> rows = source.of(documents);
        if (plan.shape() == Shape.SETTINGS) {
            settings(source, rows);
        } else {
            table(source, rows);
        }
        tall.forEach((row, lines) -> sheet.rowHeight(row, LINE * Math.min(MOST_LINES, lines)));
        sheet.freezePane(
                plan.shape() == Shape.SETTINGS ? 1 : Math.min(2, plan.columns().size() - 1), 1);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(0);
    }

    private void settings(Rows source, List<Rows.Row> rows) {
        String[] header = {"项目", "内容", "说明"};
        for (int column = 0; column < header.length; column++) {
            head(column, header[column], SETTINGS_HEADER);
        }
        int width = NARROWEST;
        for (int i = 0; i < plan.columns().size(); i++) {
            Column column = plan.columns().get(i);
            int row = i + 1;
            head(row, 0, column);
            rows.forEach(each -> source.value(column, each)
                    .ifPresent(node -> put(row, 1, column.form().write(node))));
            sheet.value(row, 2, Wording.help(column));
            sheet.style(row, 2)
                    .fontColor("7F7F7F")
                    .verticalAlignment("top")
                    .wrapText(true)
                    .set();
            sheet.style(row, 1)
                    .horizontalAlignment("left")
                    .verticalAlignment("top")
                    .wrapText(true)
                    .set();
            dropDown(column, row, row, 1);
            width = Math.max(width, width(column.header()) + 2);
        }
        sheet.width(0, width);
        sheet.width(1, WIDEST);
        sheet.width(2, 60);
    }

    private void table(Rows source, List<Rows.Row> rows) {
        int[] widths = new int[plan.columns().size()];
        for (int c = 0; c < widths.length; c++) {
            Column column = plan.columns().get(c);
            head(0, c, column);
            sheet.comment(0, c, Wording.help(column));
            widths[c] = width(column.header()) + 4;
            for (int r = 0; r < rows.size(); r++) {
                int row = r + 1;
                int at = c;
                Shown shown = source.value(column, rows.get(r))
                        .map(column.form()::write)
                        .orElse(new Shown.Text(""));
                put(row, at, shown);
                if (r < MEASURED_ROWS) {
                    widths[c] = Math.max(widths[c], width(shown));
                }
            }
            sheet.width(c, Math.max(NARROWEST, Math.min(WIDEST, widths[c])));
            dropDown(column, 1, rows.size() + ROOM, c);
        }
        sheet.rowHeight(0, 24);
        if (!rows.isEmpty()) {
            sheet.setAutoFilter(0, 0, rows.size(), widths.length - 1);
        }
    }

    private void head(int row, int at, Column column) {
        sheet.value(row, at, column.header());
        sheet.style(row, at)
                .bold()
                .fillColor(column.required() ? REQUIRED : OPTIONAL)
                .borderStyle("thin")
                .borderColor("BFBFBF")
                .verticalAlignment("center")
                .set();
    }

    private void head(int at, String text, String colour) {
        sheet.value(0, at, text);
        sheet.style(0, at).bold().fillColor(colour).set();
    }

    private void put(int row, int column, Shown shown) {
        if (shown instanceof Shown.Text words) {
            if (!words.text().isEmpty()) {
                sheet.value(row, column, escaped(words.text()));
                int lines = lines(words.text());
                if (lines > 1) {
                    tall.merge(row, lines, Math::max);
                    sheet.style(row, column)
                            .wrapText(true)
                            .verticalAlignment("top")
                            .set();
                }
            }
        } else if (shown instanceof Shown.Day day) {
            sheet.value(row, column, day.day());
            sheet.style(row, column)
                    .format("yyyy-mm-dd")
                    .horizontalAlignment("left")
                    .set();
        } else {
            sheet.value(row, column, ((Shown.Figure) shown).number());
        }
    }

    /** The format reads {@code _x000D_} as a character; meant literally it is escaped. */
    private static String escaped(String text) {
        return text.replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_");
    }

    private void dropDown(Column column, int from, int to, int at) {
        Range list = choices.get(column.form().choices());
        if (list != null) {
            sheet.range(from, at, to, at)
                    .validateWithList(list)
                    .errorStyle(DataValidationErrorStyle.WARNING)
                    .showErrorMessage(true)
                    .errorTitle("请从列表中选")
                    .error("这一列只能写：" + String.join("、", column.form().choices()));
        }
    }

    /** As many as the text takes in the widest column. */
    private static int lines(String text) {
        return text.lines().mapToInt(line -> 1 + (width(line) + 1) / WIDEST).sum();
    }

    private static int width(Shown shown) {
        if (shown instanceof Shown.Text words) {
            return width(words.text()) + 2;
        }
        return shown instanceof Shown.Day
                ? 12
                : width(((Shown.Figure) shown).number().toPlainString()) + 2;
    }

    /** In characters of a digit's width: Chinese counts twice. */
    private static int width(String text) {
        return text.lines()
                .mapToInt(line -> line.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum())
                .max()
                .orElse(0);
    }
}
