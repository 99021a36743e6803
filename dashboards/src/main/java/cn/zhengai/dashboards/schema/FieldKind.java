package cn.zhengai.dashboards.schema;

/** What a field holds; a field never changes its kind. */
public enum FieldKind {
    /** A number for display. */
    DECIMAL,
    /** A whole number: counts, ranks, epoch milliseconds. */
    WHOLE,
    TEXT,
    TRUTH
}
