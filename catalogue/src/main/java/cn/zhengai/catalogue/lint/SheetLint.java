package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.core.catalogue.SourceMapping;
import java.nio.file.FileSystems;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** How a source's workbooks are read: keys of {@code sheet} that can have an effect, and not one that takes every row away. */
record SheetLint(List<Declared<SourceMapping>> sources, Findings findings) {
    private static final Pattern NO_WORKBOOK = Pattern.compile(".*\\.(csv|txt|tsv)");
    private static final Pattern CELL = Pattern.compile("[A-Za-z]{1,3}([1-9]\\d{0,6})");
    private static final Pattern DIGIT_OR_SIGN = Pattern.compile(".*[\\d%‰％].*");

    void check() {
        for (Declared<SourceMapping> source : sources) {
            source.node()
                    .mapping("drop")
                    .ifPresent(drop -> drop.mapping("sheet").ifPresent(sheet -> check(source.value(), drop, sheet)));
        }
    }

    private void check(SourceMapping source, Mapping drop, Mapping sheet) {
        String files = drop.text("files").orElse("");
        if (NO_WORKBOOK.matcher(files.toLowerCase(Locale.ROOT)).matches()) {
            Mapping.Field key = drop.fields().get("sheet");
            findings.add(
                    key == null ? sheet.place() : key.key(),
                    Code.SHEET_UNUSED,
                    "来源“%s”只收取 %s，其中没有工作簿，sheet 这一段不起作用；请把 files 改为收取 .xlsx，或删去这一段。".formatted(source.name(), files));
        }
        name(sheet);
        template(sheet);
        sheet.scalars("skip").forEach(this::skip);
        sheet.scalars("units").forEach(this::unit);
    }

    private void name(Mapping sheet) {
        sheet.scalar("name")
                .filter(name -> !valid(name.text()))
                .ifPresent(name -> findings.add(
                        name.place(), Code.BAD_GLOB, "工作表名“%s”的括号不成对；请写成 成绩* 这样的形式。".formatted(name.text())));
    }

    private static boolean valid(String glob) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob) != null;
        } catch (PatternSyntaxException wrong) {
            return false;
        }
    }

    /** Rows below the header are data; nobody looks for the template there. */
    private void template(Mapping sheet) {
        var cell = sheet.mapping("template").flatMap(template -> template.scalar("cell"));
        var matcher = CELL.matcher(cell.map(Scalar::text).orElse(""));
        String header = sheet.text("header").orElse("");
        if (cell.isPresent()
                && matcher.matches()
                && header.matches("[1-9]\\d{0,5}")
                && Integer.parseInt(matcher.group(1)) > Integer.parseInt(header)) {
            findings.add(
                    cell.get().place(),
                    Code.SHEET_TEMPLATE,
                    "模板版本写在 %s，而表头在第 %s 行，表头以下是数据，每份文件都会因版本不符而不接收；请改成表头或表头以上的单元格。"
                            .formatted(cell.get().text(), header));
        }
    }

    private void skip(Scalar written) {
        String text = written.text().trim();
        Map<Boolean, String> why = Map.of(true, "会略过每一行，一个采集值也收不到", false, "里的 * 不在末尾，按原样比较，多半匹配不到");
        boolean all = text.equals("*");
        boolean inside = text.substring(0, Math.max(0, text.length() - 1)).indexOf('*') >= 0;
        if (all || inside) {
            findings.add(written.place(), Code.SHEET_SKIP, "skip 的“%s”%s；请写行首的文字，如 合计*。".formatted(text, why.get(all)));
        }
    }

    private void unit(Scalar written) {
        String text = written.text().trim();
        if (DIGIT_OR_SIGN.matcher(text).matches()) {
            findings.add(
                    written.place(),
                    Code.SHEET_UNITS,
                    "units 的“%s”%s；请只写数字后面的文字单位，如 人、分。"
                            .formatted(text, text.matches(".*\\d.*") ? "里有数字，会把值截短" : "不用写，百分号本来就认得"));
        }
    }
}
