package cn.zhengai.catalogue.sheet;

import cn.zhengai.catalogue.node.Document;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes documents as a workbook: a first sheet that explains, then one sheet a plan. */
public final class WorkbookWriter {
    /** Name of the sheet with the lists behind the drop-downs; hidden. */
    static final String CHOICES = "选项";

    private static final String APPLICATION = "Zhengai";
    private static final String VERSION = "1.0";
    private static final String FONT = "等线";
    private static final double FONT_SIZE = 11;

    private WorkbookWriter() {}

    /** Writes all documents. */
    public static void write(List<Document> documents, OutputStream out) throws IOException {
        List<SheetPlan> plans = new Plans().sheets();
        Workbook workbook = new Workbook(out, APPLICATION, VERSION);
        workbook.setGlobalDefaultFont(FONT, FONT_SIZE);
        Cover.write(workbook.newWorksheet(Cover.NAME), plans);
        Map<SheetPlan, Worksheet> sheets = new LinkedHashMap<>();
        plans.forEach(plan -> sheets.put(plan, workbook.newWorksheet(plan.name())));
        Map<List<String>, Range> choices = choices(workbook.newWorksheet(CHOICES), plans);
        for (Map.Entry<SheetPlan, Worksheet> sheet : sheets.entrySet()) {
            new SheetWriter(sheet.getValue(), sheet.getKey(), choices).write(documents);
            sheet.getValue().finish();
        }
        workbook.finish();
    }

    /** One column a list of choices, each once. */
    private static Map<List<String>, Range> choices(Worksheet sheet, List<SheetPlan> plans) {
        Map<List<String>, Range> choices = new LinkedHashMap<>();
        List<List<String>> lists = new ArrayList<>();
        plans.stream()
                .flatMap(plan -> plan.columns().stream())
                .map(column -> column.form().choices())
                .filter(list -> !list.isEmpty())
                .distinct()
                .forEach(lists::add);
        for (int column = 0; column < lists.size(); column++) {
            List<String> list = lists.get(column);
            for (int row = 0; row < list.size(); row++) {
                sheet.value(row, column, list.get(row));
            }
            choices.put(list, sheet.range(0, column, list.size() - 1, column));
        }
        sheet.setVisibilityState(VisibilityState.HIDDEN);
        return choices;
    }
}
