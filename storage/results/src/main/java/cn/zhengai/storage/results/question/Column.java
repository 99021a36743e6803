package cn.zhengai.storage.results.question;

import java.util.Locale;

/** One column of an answer. */
public sealed interface Column {
    /** What it is called in the answer. */
    String name();

    /** A field or a tag as it is. */
    record Plain(String of, String name) implements Column {}

    /**
     * A function of a field.
     *
     * @param difference by how much it rose since the window before; not where it fell
     */
    record Call(Function function, String of, boolean difference, String name) implements Column {}

    /** How many values become one. */
    enum Function {
        LAST(true),
        MIN(true),
        MAX(true),
        MEAN(false),
        SUM(false),
        COUNT(false);

        private final boolean selects;

        Function(boolean selects) {
            this.selects = selects;
        }

        /** Is the one among the many? */
        public boolean selects() {
            return selects;
        }

        /** As it is called in InfluxQL. */
        public String influxQl() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
