package cn.zhengai.collector.file;

import cn.zhengai.collector.mapping.MappingPlan;
import cn.zhengai.core.catalogue.SourceMapping.Sheet;
import cn.zhengai.workbook.CellName;
import cn.zhengai.workbook.Plain;
import cn.zhengai.workbook.SheetRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The top rows of a sheet until the header is found: names of columns, version of the form. For one thread. */
final class SheetHead {
    /** The header is looked for in so many rows. */
    static final int MOST_ROWS = 50;

    private final Sheet form;
    private final MappingPlan plan;
    private final List<SheetRow> seen = new ArrayList<>();

    SheetHead(Sheet form, MappingPlan plan) {
        this.form = form;
        this.plan = plan;
    }

    /** Column of each name when this row is the header; empty when more rows are needed. */
    Optional<Map<String, Integer>> take(SheetRow row) throws FileRefused {
        seen.add(row);
        if (form.header() > 0) {
            if (row.number() < form.header()) {
                return Optional.empty();
            }
            return Optional.of(demanded(row));
        }
        Map<String, Integer> names = names(row);
        if (plan.missingIn(names.keySet()).isEmpty()) {
            return Optional.of(demanded(row));
        }
        if (row.number() >= MOST_ROWS) {
            throw missing();
        }
        return Optional.empty();
    }

    /** The sheet has ended without a header. */
    FileRefused missing() {
        List<String> best = List.of();
        SheetRow nearest = null;
        for (SheetRow row : seen) {
            List<String> missing = plan.missingIn(names(row).keySet());
            if (nearest == null || missing.size() < best.size()) {
                best = missing;
                nearest = row;
            }
        }
        return new FileRefused("找不到表头：前 " + MOST_ROWS + " 行里没有一行含有要读的全部列（" + String.join("、", plan.columns()) + "）。"
                + (nearest == null ? "工作表是空的。" : "最接近的是第 " + nearest.number() + " 行，缺少：" + String.join("、", best) + "。")
                + "整份文件没有接收，请改正表头或映射后重新投放。");
    }

    private Map<String, Integer> demanded(SheetRow row) throws FileRefused {
        demandTemplate();
        Map<String, Integer> names = names(row);
        List<String> missing = plan.missingIn(names.keySet());
        if (!missing.isEmpty()) {
            throw new FileRefused("第 " + row.number() + " 行是表头，缺少列：" + String.join("、", missing) + "。文件里的列是："
                    + String.join("、", names.keySet()) + "。整份文件没有接收，请改正表头或映射后重新投放。");
        }
        Set<String> read = new HashSet<>(plan.columns());
        Set<String> met = new HashSet<>();
        for (int column = 1; column <= row.width(); column++) {
            String name = bare(row.text(column));
            boolean own = row.cell(column).filter(cell -> !cell.spread()).isPresent();
            if (own && read.contains(name) && !met.add(name)) {
                throw new FileRefused("表头中列“" + name + "”重复，无法判断取哪一列。请改名后重新投放。");
            }
        }
        return names;
    }

    private void demandTemplate() throws FileRefused {
        Optional<CellName> cell = CellName.parse(form.template().cell());
        if (cell.isEmpty()) {
            return;
        }
        String found = seen.stream()
                .filter(row -> row.number() == cell.get().row())
                .findFirst()
                .map(row -> row.text(cell.get().column()))
                .orElse("");
        String wanted = Plain.text(form.template().text());
        if (!found.equals(wanted)) {
            throw new FileRefused(
                    "模板版本不符：单元格 " + cell.get() + " 应为“" + wanted + "”，文件里是“" + found + "”。请用现行模板填写后重新投放，整份文件没有接收。");
        }
    }

    /** First column of each name, with blanks and line breaks taken out of the names. */
    private static Map<String, Integer> names(SheetRow row) {
        Map<String, Integer> names = new LinkedHashMap<>();
        for (int column = 1; column <= row.width(); column++) {
            String name = bare(row.text(column));
            if (!name.isEmpty()) {
                names.putIfAbsent(name, column);
            }
        }
        return names;
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}
