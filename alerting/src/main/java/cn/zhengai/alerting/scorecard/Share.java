package cn.zhengai.alerting.scorecard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Part of a whole; of nothing there is no share. */
public record Share(long part, long whole) {
    public static final Share NONE = new Share(0, 0);

    public Share {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException("no part of a whole: " + part + " of " + whole);
        }
    }

    public Share plus(Share other) {
        return new Share(part + other.part, whole + other.whole);
    }

    /** Percent with one decimal, cut and never rounded up: 999 of 1000 is 99.9, and so is 99,999 of 100,000. */
    public Optional<BigDecimal> percent() {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.DOWN));
    }

    /** 0 to 1, for graphs. */
    public Optional<Double> ratio() {
        return whole == 0 ? Optional.empty() : Optional.of((double) part / whole);
    }
}
