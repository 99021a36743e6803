package cn.zhengai.catalogue.cell;

import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.workbook.Cell;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line: {@code 98}, {@code >= 98}, {@code 14..16}, {@code 12..18 之外}, {@code 良}. People also write {@code ≥９８},
 * {@code 不低于98}, {@code 98以上}, {@code 14~16}.
 */
public record LineForm() implements Form {
    private static final String NUMBER = "([-+]?\\d+(?:\\.\\d+)?)";
    private static final Pattern PLAIN = Pattern.compile(NUMBER);
    private static final Pattern OUTSIDE = Pattern.compile("outside\\s+(.+)");
    private static final Pattern OUTSIDE_SAID =
            Pattern.compile("(?:不在|outside\\s)\\s*(.+?)\\s*(?:之外|以外|之内|以内|之间|范围内)?|(.+?)\\s*(?:之外|以外)");
    private static final Pattern RANGE = Pattern.compile(NUMBER + "\\s*(?:\\.\\.+|…+|~|-|—+|–|至|到)\\s*" + NUMBER);
    private static final Pattern COMPARED = Pattern.compile("(\\D*?)\\s*" + NUMBER + "\\s*(\\D*)");
    private static final Map<String, String> BEFORE = Map.ofEntries(
            Map.entry(">", ">"),
            Map.entry(">=", ">="),
            Map.entry("=>", ">="),
            Map.entry("≥", ">="),
            Map.entry("≧", ">="),
            Map.entry("<", "<"),
            Map.entry("<=", "<="),
            Map.entry("=<", "<="),
            Map.entry("≤", "<="),
            Map.entry("≦", "<="),
            Map.entry("=", "="),
            Map.entry("大于等于", ">="),
            Map.entry("不低于", ">="),
            Map.entry("不少于", ">="),
            Map.entry("不小于", ">="),
            Map.entry("至少", ">="),
            Map.entry("小于等于", "<="),
            Map.entry("不高于", "<="),
            Map.entry("不大于", "<="),
            Map.entry("不超过", "<="),
            Map.entry("不多于", "<="),
            Map.entry("至多", "<="),
            Map.entry("大于", ">"),
            Map.entry("高于", ">"),
            Map.entry("超过", ">"),
            Map.entry("小于", "<"),
            Map.entry("低于", "<"),
            Map.entry("少于", "<"),
            Map.entry("等于", "="));
    private static final Map<String, String> AFTER = Map.of("及以上", ">=", "以上", ">=", "及以下", "<=", "以下", "<=");

    @Override
    public Shown write(Node value) {
        String text = Scalars.text(value).trim();
        if (text.matches("-?\\d+(\\.\\d+)?")) {
            return Shown.Figure.of(text);
        }
        Matcher outside = OUTSIDE.matcher(text);
        return new Shown.Text(outside.matches() ? outside.group(1) + " 之外" : text);
    }

    @Override
    public Node read(Cell cell, Place place) {
        return Scalars.text(place, meaning(cell));
    }

    private static String meaning(Cell cell) {
        String plain = cell.plain().replace('−', '-').replaceAll("\\s+", " ");
        Matcher outside = OUTSIDE_SAID.matcher(plain);
        if (outside.matches()) {
            String range = outside.group(1) == null ? outside.group(2) : outside.group(1);
            return "outside " + range(range, Scalars.trimmed(range));
        }
        Matcher compared = COMPARED.matcher(plain);
        if (PLAIN.matcher(plain).matches()) {
            return plain.replace("+", "");
        }
        if (RANGE.matcher(plain).matches()) {
            return range(plain, plain);
        }
        if (compared.matches()) {
            String before = BEFORE.get(compared.group(1).trim());
            String after = AFTER.get(compared.group(3).trim());
            if (before != null && compared.group(3).isBlank()) {
                return before + " " + compared.group(2);
            }
            if (after != null && compared.group(1).isBlank()) {
                return after + " " + compared.group(2);
            }
        }
        return inCodes(Scalars.trimmed(cell.text()));
    }

    private static String range(String text, String otherwise) {
        Matcher range = RANGE.matcher(text);
        return range.matches() ? range.group(1) + ".." + range.group(2) : otherwise;
    }

    /** Names of codes are kept letter by letter; only a comparator before them is made plain. */
    private static String inCodes(String text) {
        Matcher sign = Pattern.compile("[＞＜＝≧≦><=]+").matcher(text);
        return sign.lookingAt()
                ? sign.group()
                                .replace('＞', '>')
                                .replace('＜', '<')
                                .replace('＝', '=')
                                .replace('≧', '≥')
                                .replace('≦', '≤')
                        + text.substring(sign.end())
                : text;
    }
}
