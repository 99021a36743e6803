package cn.zhengai.core.measure;

import java.util.List;
import java.util.Set;

/**
 * What a reading counts in (计量单位): {@code %}, {@code ‰}, {@code a:b}, 人, 元/生 ..., or an ordered code list whose
 * codes are read as 0, 1, 2 ... from worst to best (yes/no is the list 否, 是).
 *
 * @param symbol as written in the catalogue
 * @param scale what numerator / denominator is multiplied by: 100 for %, 1000 for ‰, else 1
 * @param codes empty for numbers
 */
public record MeasureUnit(String symbol, int scale, List<String> codes) {
    /** Symbols the lint accepts without a word. */
    public static final Set<String> KNOWN = Set.of(
            "%",
            "‰", "a:b", "人", "门", "学时", "学分", "元", "万元", "元/生", "m²", "m²/生", "分", "次", "项", "个", "篇", "天", "小时", "本",
            "台", "件", "册", "册/生", "Mbps", "是/否");

    public MeasureUnit {
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("unit without a symbol");
        }
        codes = List.copyOf(codes);
    }

    public static MeasureUnit of(String symbol) {
        return switch (symbol) {
            case "%" -> new MeasureUnit(symbol, 100, List.of());
            case "‰" -> new MeasureUnit(symbol, 1000, List.of());
            case "是/否" -> new MeasureUnit(symbol, 1, List.of("否", "是"));
            default -> new MeasureUnit(symbol, 1, List.of());
        };
    }

    /** An ordered code list, worst first: 差, 中, 良, 优. */
    public static MeasureUnit ofCodes(List<String> worstFirst) {
        if (worstFirst.size() < 2) {
            throw new IllegalArgumentException("a code list has at least two codes: " + worstFirst);
        }
        return new MeasureUnit("等级", 1, worstFirst);
    }

    /** Figure and unit for people, e.g. {@code 96.5%}, {@code 良}. */
    public String show(String figure) {
        if (!codes.isEmpty() && figure.matches("\\d{1,3}") && Integer.parseInt(figure) < codes.size()) {
            return codes.get(Integer.parseInt(figure));
        }
        return symbol.equals("a:b")
                ? figure + ":1"
                : symbol.length() == 1 && !Character.isLetter(symbol.charAt(0))
                        ? figure + symbol
                        : figure + " " + symbol;
    }
}
