package cn.zhengai.catalogue.build;

import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Direction;
import cn.zhengai.core.measure.MeasureUnit;
import cn.zhengai.core.measure.Micros;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How conditions of a point are written: in numbers, or in its codes, which become their positions in the list (worst
 * is 0) while the text keeps their names.
 */
public record Scale(MeasureUnit unit, Direction direction) {
    private static final Pattern RANGE = Pattern.compile("(outside\\s+)?(.+?)\\s*\\.\\.\\s*(.+)");
    private static final Pattern COMPARISON = Pattern.compile("(>=|<=|>|<|=|≥|≤|)\\s*(.+)");

    /** @throws IllegalArgumentException with what is wrong in Chinese */
    Condition line(String text, Role role) {
        return coded() ? inCodes(text, codeComparator(role)) : inNumbers(text, numberComparator(role));
    }

    /** A bare value is refused. @throws IllegalArgumentException with what is wrong in Chinese */
    Condition plausible(String text) {
        return coded() ? inCodes(text, "=") : inNumbers(text, "");
    }

    boolean coded() {
        return !unit.codes().isEmpty();
    }

    /** {@link Micros#position Position} below all lines, or of the worst code. */
    long lowest() {
        return coded() ? 0 : -2 * Micros.MAX;
    }

    /** {@link Micros#position Position} above all lines, or of the best code. */
    long highest() {
        return coded() ? Micros.position(Micros.ofWhole(unit.codes().size() - 1L), false) : 2 * Micros.MAX;
    }

    private String numberComparator(Role role) {
        if (role == Role.WARNING) {
            return direction == Direction.WITHIN ? "" : direction.warning();
        }
        return direction.wanted();
    }

    private String codeComparator(Role role) {
        if (unit.codes().size() == 2 || direction == Direction.WITHIN) {
            return "=";
        }
        return (direction == Direction.HIGHER_IS_BETTER) == (role != Role.WARNING) ? ">=" : "<=";
    }

    private static Condition inNumbers(String text, String comparator) {
        try {
            return Condition.parse(text, comparator);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(whyNot(text, comparator), wrong);
        }
    }

    private static String whyNot(String text, String comparator) {
        if (text.matches(".*[%％‰].*")) {
            return "不要带百分号，单位写在 unit 里";
        }
        if (text.matches(".*\\d\\s*\\.\\.\\s*-?\\d.*")) {
            return "区间要写成 小数..大数，如 14..16";
        }
        if (text.matches(".*\\.\\d{7,}.*")) {
            return "最多写六位小数";
        }
        return comparator.isEmpty() && text.trim().matches("-?\\d+(\\.\\d+)?")
                ? "这里不能只写一个数，请加上比较符或写成区间，如 \"< 12\"、\"outside 12..18\"、0..100"
                : "请写成数字、\">= 98\"、\"14..16\" 或 \"outside 12..18\" 这样的形式";
    }

    private Condition inCodes(String text, String comparator) {
        Matcher range = RANGE.matcher(text.trim());
        if (range.matches()) {
            String outside = range.group(1) == null ? "" : "outside ";
            int low = position(range.group(2));
            int high = position(range.group(3));
            if (low > high) {
                throw new IllegalArgumentException("区间要由差到好，如 " + first() + ".." + last());
            }
            Condition numbers = Condition.parse(outside + low + ".." + high, "=");
            return new Condition(outside + range.group(2) + ".." + range.group(3), numbers.bounds());
        }
        Matcher comparison = COMPARISON.matcher(text.trim());
        if (!comparison.matches()) {
            throw new IllegalArgumentException("请写一个等级，如 " + last());
        }
        String sign = comparison.group(1).isEmpty() ? comparator : comparison.group(1);
        int position = position(comparison.group(2).trim());
        int nearest = sign.equals(">") ? position + 1 : sign.equals("<") ? position - 1 : position;
        if (nearest < 0 || nearest >= unit.codes().size()) {
            throw new IllegalArgumentException("没有比“" + comparison.group(2) + "”更" + (nearest < 0 ? "差" : "好") + "的等级");
        }
        String closed = sign.equals(">") ? ">=" : sign.equals("<") ? "<=" : sign;
        return new Condition(
                sign + " " + comparison.group(2),
                Condition.parse(closed + " " + nearest, "=").bounds());
    }

    private int position(String code) {
        int position = unit.codes().indexOf(code);
        if (position < 0) {
            throw new IllegalArgumentException("没有等级“" + code + "”，可以写：" + String.join("、", unit.codes()));
        }
        return position;
    }

    private String first() {
        return unit.codes().get(0);
    }

    private String last() {
        List<String> codes = unit.codes();
        return codes.get(codes.size() - 1);
    }

    /** A value for people: the code's name, or the number with its unit. */
    public String show(String number) {
        return unit.show(number);
    }

    /** All codes, worst to best. */
    Condition everyCode() {
        return inCodes(first() + ".." + last(), "=");
    }
}
