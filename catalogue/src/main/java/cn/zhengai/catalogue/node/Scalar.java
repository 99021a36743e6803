package cn.zhengai.catalogue.node;

import cn.zhengai.catalogue.finding.Place;

/**
 * One value.
 *
 * @param text exactly as written, without quotes; empty for {@link Kind#NOTHING}
 */
public record Scalar(Place place, String text, Kind kind) implements Node {

    public boolean isNothing() {
        return kind == Kind.NOTHING;
    }

    /** What the value is as written. A text that looks like a number is one unless it stands in quotes. */
    public enum Kind {
        TEXT,
        /** Digits with sign, point and exponent; never infinite. */
        NUMBER,
        /** {@code true} or {@code false}. */
        TRUTH,
        /** A key without a value. */
        NOTHING
    }
}
