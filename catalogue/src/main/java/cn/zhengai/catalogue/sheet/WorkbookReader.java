package cn.zhengai.catalogue.sheet;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Finding;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Document;
import cn.zhengai.catalogue.node.FileKind;
import cn.zhengai.catalogue.reference.Nearest;
import cn.zhengai.catalogue.sheet.SheetPlan.Shape;
import cn.zhengai.catalogue.sheet.TableReader.Table;
import cn.zhengai.workbook.Annotation;
import cn.zhengai.workbook.Plain;
import cn.zhengai.workbook.SheetReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a workbook into documents, and says findings so that people see them at their cells. */
public final class WorkbookReader {
    private final List<SheetPlan> plans = new Plans().sheets();
    private final Wording wording = new Wording(plans);
    private final Map<String, Table> tables = new HashMap<>();
    private final Findings findings;

    /** @param findings take what is wrong with the workbook itself */
    public WorkbookReader(Findings findings) {
        this.findings = findings;
    }

    /** All documents the workbook holds, as files would. */
    public List<Document> read(SheetReader workbook) throws IOException {
        List<String> present = workbook.sheets();
        cover(workbook, present);
        others(present);
        List<Document> documents = new ArrayList<>();
        for (FileKind kind : FileKind.values()) {
            List<Table> ofKind = new ArrayList<>();
            for (SheetPlan plan : plans) {
                if (plan.kind() == kind && present.contains(plan.name())) {
                    Table table = TableReader.read(workbook, plan, findings);
                    tables.put(plan.name(), table);
                    ofKind.add(table);
                }
            }
            if (kind.required() && !hasSheets(kind, present)) {
                continue;
            }
            documents.addAll(DocumentReader.read(kind, ofKind, findings));
        }
        return documents;
    }

    private boolean hasSheets(FileKind kind, List<String> present) {
        boolean complete = true;
        for (SheetPlan plan : plans) {
            boolean needed = plan.kind() == kind
                    && (plan.shape() == Shape.SETTINGS
                            || plan.list().equals(kind.list()) && plan.part().isEmpty());
            if (needed && !present.contains(plan.name())) {
                complete = false;
                findings.add(
                        Place.cell(".", 0, 0),
                        Code.MISSING_FILE,
                        "缺少工作表“%s”；请补上它，可以先用 zhengai catalogue export 导出一份来对照。".formatted(plan.name()));
            }
        }
        return complete;
    }

    private void cover(SheetReader workbook, List<String> present) throws IOException {
        if (!present.contains(Cover.NAME)) {
            return;
        }
        List<String> versions = new ArrayList<>();
        workbook.read(Cover.NAME, row -> {
            if (row.text(1).equals(Cover.VERSION_LABEL)) {
                versions.add(row.text(2));
            }
        });
        Optional<String> newer = versions.stream()
                .filter(version -> version.matches("\\d{1,6}") && Integer.parseInt(version) > Cover.VERSION)
                .findFirst();
        newer.ifPresent(version -> findings.add(
                Place.cell(Cover.NAME, 0, 0),
                Code.UNREADABLE,
                "这份工作簿的模板版本是 %s，本程序只认识到 %s；请升级本程序，或用本程序导出的模板填写。".formatted(version, Cover.VERSION)));
    }

    private void others(List<String> present) {
        List<String> known = plans.stream().map(SheetPlan::name).toList();
        for (String sheet : present) {
            if (!known.contains(sheet) && !sheet.equals(Cover.NAME) && !sheet.equals(WorkbookWriter.CHOICES)) {
                findings.add(
                        Place.cell(sheet, 0, 0),
                        Code.UNEXPECTED_FILE,
                        "工作表“%s”不属于目录，没有读取%s；不需要改动，如果写错了表名请改正。"
                                .formatted(sheet, Nearest.suggestion(Plain.text(sheet), known)));
            }
        }
    }

    /** The findings in the words of the workbook, those about a row at the cell they name. */
    public List<Finding> said(List<Finding> found) {
        return found.stream()
                .map(finding -> new Finding(placed(finding), finding.severity(), finding.code(), finding.sentence()))
                .map(wording::said)
                .sorted(Comparator.comparingInt((Finding finding) -> order(finding.file()))
                        .thenComparingInt(Finding::line)
                        .thenComparingInt(Finding::column))
                .toList();
    }

    /** As the sheets follow each other; what speaks about the whole comes first. */
    private int order(String sheet) {
        for (int i = 0; i < plans.size(); i++) {
            if (plans.get(i).name().equals(sheet)) {
                return i;
            }
        }
        return -1;
    }

    private Place placed(Finding finding) {
        Table table = tables.get(finding.file());
        Integer position = table == null
                ? null
                : wording.column(finding)
                        .map(column -> table.positions().get(column))
                        .filter(Objects::nonNull)
                        .orElse(null);
        if (table == null || position == null) {
            return finding.place();
        }
        return table.plan().shape() == Shape.SETTINGS
                ? Place.cell(finding.file(), position, 2)
                : finding.line() == 0 ? finding.place() : Place.cell(finding.file(), finding.line(), position);
    }

    /** Findings as marks in the workbook. */
    public static List<Annotation> annotations(List<Finding> findings) {
        return findings.stream()
                .map(finding -> {
                    boolean sheet = finding.place().form() == Place.Form.SHEET
                            && !finding.file().equals(".");
                    return new Annotation(
                            sheet ? finding.file() : "",
                            sheet ? finding.line() : 0,
                            sheet ? finding.column() : 0,
                            finding.isError() ? Annotation.Mark.ERROR : Annotation.Mark.WARNING,
                            finding.sentence());
                })
                .collect(Collectors.toList());
    }
}
