package cn.zhengai.assessment.explain;

import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.measure.Fraction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A point over subjects, worked out from what each comes to.
 *
 * @param value in the point's unit, of a share percent; empty when no subject has a value
 * @param read subjects with a value
 * @param met those of them that meet what is wanted
 * @param unfit subjects whose readings do not fit the roll-up
 * @param formula the arithmetic, Chinese; empty without a value
 */
record GroupSums(Optional<Fraction> value, int applicable, int read, int met, int unfit, String formula) {

    /**
     * One subject's part.
     *
     * @param derived empty without readings
     */
    record Part(Optional<Derived> derived, boolean meets) {
        Optional<Fraction> value() {
            return derived.flatMap(Derived::value);
        }
    }

    static GroupSums of(ControlPoint point, List<Part> parts) {
        List<Derived> read = new ArrayList<>();
        int met = 0;
        int unfit = 0;
        for (Part part : parts) {
            if (part.value().isPresent()) {
                read.add(part.derived().orElseThrow());
                met += part.meets() ? 1 : 0;
            } else if (part.derived().isPresent()) {
                unfit++;
            }
        }
        Outcome outcome = read.isEmpty() ? new Outcome(Optional.empty(), "") : add(point, read, met, parts.size());
        return new GroupSums(outcome.value, parts.size(), read.size(), met, unfit, outcome.formula);
    }

    private record Outcome(Optional<Fraction> value, String formula) {}

    private static Outcome add(ControlPoint point, List<Derived> read, int met, int all) {
        return switch (point.rollUp()) {
            case RATIO -> quotient(point, read, "");
            case LAST -> read.stream().allMatch(Derived::quotient) ? quotient(point, read, "期末值的") : mean(read, "期末值");
            case MEAN -> mean(read, "平均值");
            case SUM -> shown(total(read), read.size() + " 个主体合计");
            case MIN ->
                shown(values(read).stream().min(Comparator.naturalOrder()).orElseThrow(), read.size() + " 个主体中最小");
            case MAX ->
                shown(values(read).stream().max(Comparator.naturalOrder()).orElseThrow(), read.size() + " 个主体中最大");
            case SHARE_MET -> shown(Fraction.of(100L * met, all), "100 × " + met + " ÷ " + all + "（达到标准值的主体 ÷ 适用主体）");
        };
    }

    private static Outcome quotient(ControlPoint point, List<Derived> read, String of) {
        BigInteger top = read.stream().map(Derived::top).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger bottom = read.stream().map(Derived::bottom).reduce(BigInteger.ZERO, BigInteger::add);
        int scale = point.unit().scale();
        Fraction value = new Fraction(top.multiply(BigInteger.valueOf(scale)), bottom);
        return shown(
                value,
                read.size() + " 个主体" + of + "分子合计 ÷ 分母合计：" + (scale == 1 ? "" : scale + " × ")
                        + Derived.number(Derived.micros(top)) + " ÷ " + Derived.number(Derived.micros(bottom)));
    }

    private static Outcome mean(List<Derived> read, String what) {
        Fraction total = total(read);
        return shown(
                total.dividedBy(Fraction.of(read.size())),
                read.size() + " 个主体" + what + "的平均：" + Derived.number(total) + " ÷ " + read.size());
    }

    private static Outcome shown(Fraction value, String how) {
        return new Outcome(Optional.of(value), how + " = " + Derived.number(value));
    }

    private static List<Fraction> values(List<Derived> read) {
        return read.stream().map(d -> d.value().orElseThrow()).toList();
    }

    /** In halves, because adding one after the other carries an ever longer denominator along. */
    private static Fraction total(List<Derived> read) {
        return total(values(read), 0, read.size());
    }

    private static Fraction total(List<Fraction> values, int from, int until) {
        if (until - from == 1) {
            return values.get(from);
        }
        int middle = (from + until) / 2;
        return total(values, from, middle).plus(total(values, middle, until));
    }
}
