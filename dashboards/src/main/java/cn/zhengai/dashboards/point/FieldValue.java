package cn.zhengai.dashboards.point;

import cn.zhengai.dashboards.schema.FieldKind;

/** What a field of a point says. */
public sealed interface FieldValue {
    FieldKind kind();

    /** As line protocol writes it. */
    String text();

    /** A finite number. */
    record Decimal(double value) implements FieldValue {
        public Decimal {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("no finite number: " + value);
            }
        }

        @Override
        public FieldKind kind() {
            return FieldKind.DECIMAL;
        }

        @Override
        public String text() {
            return Double.toString(value);
        }
    }

    /** A whole number. */
    record Whole(long value) implements FieldValue {
        @Override
        public FieldKind kind() {
            return FieldKind.WHOLE;
        }

        @Override
        public String text() {
            return value + "i";
        }
    }

    /** Words. */
    record Text(String value) implements FieldValue {
        @Override
        public FieldKind kind() {
            return FieldKind.TEXT;
        }

        @Override
        public String text() {
            return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace('\n', ' ') + '"';
        }
    }

    /** Yes or no. */
    record Truth(boolean value) implements FieldValue {
        @Override
        public FieldKind kind() {
            return FieldKind.TRUTH;
        }

        @Override
        public String text() {
            return Boolean.toString(value);
        }
    }
}
