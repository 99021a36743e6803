package cn.zhengai.assessment.rollup;

import cn.zhengai.core.catalogue.RollUp;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.Fraction;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds subjects up to a {@link GroupFigure}; each subject once. */
final class GroupSum {
    private final RollUp rollUp;
    private final FractionSum sum = new FractionSum();
    private final Map<Band, Integer> bands = new EnumMap<>(Band.class);
    private BigInteger top = BigInteger.ZERO;
    private BigInteger bottom = BigInteger.ZERO;
    private @Nullable Fraction min;
    private @Nullable Fraction max;
    private int applicable;
    private int read;
    private int unfit;
    private int quotients;
    private int met;

    GroupSum(RollUp rollUp) {
        this.rollUp = rollUp;
    }

    /** @param figure empty when the subject has no reading in the cycle */
    void add(Optional<SeriesFigure> figure, SubjectFigure subject) {
        applicable++;
        bands.merge(subject.band(), 1, Integer::sum);
        met += subject.meets() ? 1 : 0;
        if (figure.isPresent() && subject.value().isPresent()) {
            read++;
            quotients += figure.get().quotient() ? 1 : 0;
            take(figure.get(), subject.value().get());
        } else if (figure.isPresent()) {
            unfit++;
        }
    }

    private void take(SeriesFigure figure, Fraction value) {
        switch (rollUp) {
            case RATIO -> {
                top = top.add(figure.top());
                bottom = bottom.add(figure.bottom());
            }
            case LAST -> {
                sum.add(value);
                top = top.add(figure.top());
                bottom = bottom.add(figure.bottom());
            }
            case MEAN, SUM -> sum.add(value);
            case MIN -> min = min == null ? value : min.min(value);
            case MAX -> max = max == null ? value : max.max(value);
            case SHARE_MET -> {
                // counted by standing alone
            }
        }
    }

    /** @param bandOf of the figure; asked only where the lines speak about it */
    GroupFigure total(Function<Fraction, Band> bandOf) {
        Optional<Fraction> value = read == 0 ? Optional.empty() : Optional.of(figure());
        Optional<Fraction> knownOnly =
                rollUp == RollUp.SHARE_MET ? value.map(share -> Fraction.of(100L * met, read)) : value;
        return new GroupFigure(
                value,
                knownOnly,
                band(value, bandOf),
                applicable,
                read,
                unfit,
                quotients,
                met,
                bands,
                dividesSums() ? top : BigInteger.ZERO,
                dividesSums() ? bottom : BigInteger.ZERO);
    }

    /** Of LAST only when nobody's last reading is a plain value. */
    private boolean dividesSums() {
        return rollUp == RollUp.RATIO || (rollUp == RollUp.LAST && quotients == read);
    }

    private Fraction figure() {
        return switch (rollUp) {
            case RATIO -> new Fraction(top, bottom);
            case LAST -> dividesSums() ? new Fraction(top, bottom) : mean();
            case MEAN -> mean();
            case SUM -> sum.total();
            case MIN -> Objects.requireNonNull(min);
            case MAX -> Objects.requireNonNull(max);
            case SHARE_MET -> Fraction.of(100L * met, applicable);
        };
    }

    private Fraction mean() {
        return sum.total().dividedBy(Fraction.of(sum.count()));
    }

    private Optional<Band> band(Optional<Fraction> value, Function<Fraction, Band> bandOf) {
        if (value.isEmpty()) {
            return Optional.of(Band.UNKNOWN);
        }
        if (applicable == 1) {
            return Optional.of(bands.keySet().iterator().next());
        }
        return rollUp == RollUp.SUM || rollUp == RollUp.SHARE_MET ? Optional.empty() : value.map(bandOf);
    }
}
