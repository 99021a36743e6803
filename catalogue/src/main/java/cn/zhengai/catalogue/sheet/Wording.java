package cn.zhengai.catalogue.sheet;

import cn.zhengai.catalogue.cell.ChoiceForm;
import cn.zhengai.catalogue.cell.Form;
import cn.zhengai.catalogue.cell.ListForm;
import cn.zhengai.catalogue.cell.TruthForm;
import cn.zhengai.catalogue.finding.Finding;
import cn.zhengai.catalogue.finding.Place;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says findings in the words of the workbook: names of columns for keys, the Chinese of choices for their words. */
final class Wording {
    /** What stands in “” was typed by people and stays. */
    private static final Pattern WORDS = Pattern.compile("“[^”]*”|(?<![\\w./:{-])[a-z][a-z0-9-]*(?![\\w./:}-])");

    private static final List<Map.Entry<Pattern, String>> PHRASES = List.of(
            Map.entry(Pattern.compile("，或在文件开头写一个共同的 [\\w-]+"), ""),
            Map.entry(Pattern.compile("请在 points/ 下按层面写质控点文件"), "请在“质控点”表里写质控点"),
            Map.entry(Pattern.compile("，如 unit: \"%\""), "，如 %"),
            Map.entry(Pattern.compile("true 或 false"), "是 或 否"),
            Map.entry(
                    Pattern.compile("连续次数如 2，或时长如 P3D、PT12H，或 \\{readings: 2, time: P3D\\}"),
                    "如 2 次、3 天、12 小时、2 次且 3 天"),
            Map.entry(Pattern.compile("，要加引号"), ""),
            Map.entry(Pattern.compile("日期，写成 2026-01-31"), "日期，如 2026-01-31"),
            Map.entry(Pattern.compile("一条线：数字，或加引号的比较式，如 .*?，或一个等级代码"), "写数字，或如 >= 98、14..16、12..18 之外，或一个等级"),
            Map.entry(Pattern.compile("^true：|(?<=。)true："), "是："),
            Map.entry(Pattern.compile("^false：|(?<=。)false："), "否："),
            Map.entry(Pattern.compile("加引号的比较式"), "比较式"),
            Map.entry(Pattern.compile("“true”"), "“是”"),
            Map.entry(Pattern.compile("“false”"), "“否”"));

    private final Map<String, Map<String, String>> bySheet = new HashMap<>();
    private final Map<String, Map<String, Column>> columns = new HashMap<>();

    Wording(List<SheetPlan> plans) {
        for (SheetPlan plan : plans) {
            Map<String, String> words = new LinkedHashMap<>();
            Map<String, Column> keys = new LinkedHashMap<>();
            for (Column column : plan.columns()) {
                if (column.form() instanceof ChoiceForm choice) {
                    words.putAll(choice.chinese());
                }
            }
            for (Column column : plan.columns()) {
                if (!column.path().isEmpty()) {
                    keys.putIfAbsent(column.key(), column);
                    keys.putIfAbsent(column.path().get(0), column);
                    words.put(column.key(), column.header());
                }
            }
            for (SheetPlan part : plans) {
                if (part.kind() == plan.kind() && !part.part().isEmpty()) {
                    words.putIfAbsent(part.part(), part.name());
                }
            }
            bySheet.put(plan.name(), words);
            columns.put(plan.name(), keys);
        }
    }

    /** What the schema says about a key, for people who see no files. */
    static String help(Column column) {
        boolean listsWords = !choices(column.form()).isEmpty() && !(column.form() instanceof TruthForm);
        String help = listsWords && column.help().matches(".*[a-z].*") ? "" : phrased(column.help());
        String choices = String.join("、", choices(column.form()));
        return (column.required() ? "必填。" : "")
                + help
                + (choices.isEmpty() ? "" : (help.isEmpty() ? "" : "。") + "可以写：" + choices);
    }

    private static List<String> choices(Form form) {
        return form instanceof ListForm list ? choices(list.each()) : form.choices();
    }

    private static String phrased(String text) {
        String phrased = text;
        for (Map.Entry<Pattern, String> phrase : PHRASES) {
            phrased = phrase.getKey().matcher(phrased).replaceAll(Matcher.quoteReplacement(phrase.getValue()));
        }
        return phrased;
    }

    Finding said(Finding finding) {
        String sentence = phrased(finding.sentence());
        Map<String, String> words = bySheet.getOrDefault(finding.file(), Map.of());
        return finding.saying(WORDS.matcher(sentence).replaceAll(found -> {
            String word = words.get(found.group());
            return Matcher.quoteReplacement(word == null ? found.group() : word);
        }));
    }

    /** The column a finding about a whole row speaks of: the first it names. */
    Optional<Column> column(Finding finding) {
        if (finding.place().form() != Place.Form.SHEET || finding.column() > 0) {
            return Optional.empty();
        }
        Map<String, Column> keys = columns.getOrDefault(finding.file(), Map.of());
        return WORDS.matcher(finding.sentence())
                .results()
                .map(found -> keys.get(found.group()))
                .filter(column -> column != null)
                .findFirst();
    }
}
