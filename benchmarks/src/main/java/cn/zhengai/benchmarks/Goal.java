package cn.zhengai.benchmarks;

/**
 * What a figure should come to.
 *
 * @param unit as shown behind the number
 */
record Goal(Sense sense, double bound, String unit) {
    enum Sense {
        AT_LEAST("≥"),
        AT_MOST("≤"),
        BELOW("<"),
        /** No goal: shown beside one. */
        NONE("–");

        private final String sign;

        Sense(String sign) {
            this.sign = sign;
        }
    }

    static Goal atLeast(double bound, String unit) {
        return new Goal(Sense.AT_LEAST, bound, unit);
    }

    static Goal atMost(double bound, String unit) {
        return new Goal(Sense.AT_MOST, bound, unit);
    }

    static Goal below(double bound, String unit) {
        return new Goal(Sense.BELOW, bound, unit);
    }

    static Goal none(String unit) {
        return new Goal(Sense.NONE, 0, unit);
    }

    String text() {
        return sense == Sense.NONE ? sense.sign : sense.sign + " " + Figures.text(bound) + " " + unit;
    }

    /** In the words of the table. */
    String verdict(double measured) {
        return switch (sense) {
            case AT_LEAST -> measured >= bound ? "met" : "**missed**";
            case AT_MOST -> measured <= bound ? "met" : "**missed**";
            case BELOW -> measured < bound ? "met" : "**missed**";
            case NONE -> sense.sign;
        };
    }

    /** The measured as a share of the goal. */
    String ratio(double measured) {
        return sense == Sense.NONE || bound == 0 ? Sense.NONE.sign : Figures.text(measured / bound) + " ×";
    }
}
