package cn.zhengai.assessment.scoring;

import cn.zhengai.assessment.breakdown.GoalResult;
import cn.zhengai.assessment.grade.Shown;
import cn.zhengai.assessment.rollup.GroupFigure;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.measure.Fraction;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

/** Arithmetic as Chinese sentences; {@code …} marks a figure that is longer than shown. */
final class Sentences {
    private Sentences() {}

    /** How a group's figure comes about. Call only when it has one. */
    static String rollUp(ControlPoint point, GroupFigure group, Fraction figure) {
        String result = " = " + Shown.number(figure);
        String unread = unread(group.applicable() - group.read());
        return switch (point.rollUp()) {
            case RATIO -> sums(point, group) + result;
            case SUM -> group.read() + " 个主体合计" + result;
            case MIN -> group.read() + " 个主体中最小" + result;
            case MAX -> group.read() + " 个主体中最大" + result;
            case LAST -> last(point, group, result);
            case MEAN -> mean(point, group, result);
            case SHARE_MET -> "100 × " + group.met() + " ÷ " + group.applicable() + result + unread;
        };
    }

    private static String last(ControlPoint point, GroupFigure group, String result) {
        if (group.dividesSums()) {
            String whose = group.read() == 1 ? "期末值：" : group.read() + " 个主体期末值的分子合计 ÷ 分母合计：";
            return whose + sums(point, group) + result;
        }
        String mixed = group.quotients() == 0 ? "" : "（其中仅 " + group.quotients() + " 个主体有分子和分母，无法合计相除）";
        return mean(point, group, result) + mixed;
    }

    private static String mean(ControlPoint point, GroupFigure group, String result) {
        String of = point.rollUp().chinese();
        return (group.read() == 1 ? of : group.read() + " 个主体" + of + "的平均") + result;
    }

    /** Scale × sum of numerators ÷ sum of denominators. */
    private static String sums(ControlPoint point, GroupFigure group) {
        int scale = point.unit().scale();
        return (scale == 1 ? "" : scale + " × ")
                + micros(group.top().divide(BigInteger.valueOf(scale)))
                + " ÷ "
                + micros(group.bottom());
    }

    private static String unread(int count) {
        return count == 0 ? "" : "（其中 " + count + " 个主体无数据，按未达到计）";
    }

    private static String micros(BigInteger micros) {
        return Shown.number(Fraction.ofMicros(micros));
    }

    /** 100 × actual ÷ target, or why it is not that. */
    static String higherIsBetter(Fraction actual, Fraction target, Fraction cap) {
        Fraction percent = Fraction.HUNDRED.times(actual).dividedBy(target);
        return "100 × " + operand(actual) + " ÷ " + operand(target) + bounded(percent, cap);
    }

    /** 100 × target ÷ actual, or why it is not that. */
    static String lowerIsBetter(Fraction actual, Fraction target, Fraction cap) {
        if (actual.compareTo(target) <= 0) {
            Fraction counted = Fraction.HUNDRED.min(cap);
            return Shown.number(actual) + " ≤ " + Shown.number(target) + "，已达目标，计 " + Shown.number(counted);
        }
        return "100 × "
                + operand(target)
                + " ÷ "
                + operand(actual)
                + bounded(Fraction.HUNDRED.times(target).dividedBy(actual), cap);
    }

    private static String bounded(Fraction percent, Fraction cap) {
        String result = " = " + Shown.number(percent);
        if (percent.compareTo(cap) > 0) {
            return result + "，超过上限，计 " + Shown.number(cap);
        }
        return percent.signum() < 0 ? result + "，低于 0，计 0" : result;
    }

    private static String operand(Fraction figure) {
        return figure.signum() < 0 ? "(" + Shown.number(figure) + ")" : Shown.number(figure);
    }

    static String share(long part, long whole, Fraction percent) {
        return "100 × " + part + " ÷ " + whole + " = " + Shown.number(percent);
    }

    static String met(GroupFigure group, String wanted, Fraction percent) {
        return group.applicable() + " 个主体中 " + group.met() + " 个达到" + wanted
                + unread(group.applicable() - group.read()) + "："
                + share(group.met(), group.applicable(), percent);
    }

    /** Weighted mean of goals, at least one; unknown ones as 0. */
    static String weighted(List<GoalResult> goals) {
        String top = goals.stream()
                .map(g -> Shown.number(g.weight()) + " × "
                        + g.achievement().map(Shown::number).orElse("0（无数据）"))
                .collect(Collectors.joining(" + "));
        Fraction weights = goals.stream().map(GoalResult::weight).reduce(Fraction.ZERO, Fraction::plus);
        Fraction sum = goals.stream()
                .map(g -> g.weight().times(g.achievement().orElse(Fraction.ZERO)))
                .reduce(Fraction.ZERO, Fraction::plus);
        return "(" + top + ") ÷ " + Shown.number(weights) + bounded(sum.dividedBy(weights), Fraction.HUNDRED);
    }
}
