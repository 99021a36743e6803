package cn.zhengai.collector.mapping;

import cn.zhengai.core.catalogue.SourceMapping.Measure;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One measure of a mapping with its columns as slots; {@link Cells#NONE} where none is declared. */
final class MeasureRule {
    final Template point;
    final int unit;
    final boolean optional;
    /** Id of the point when the template names no column. */
    final @Nullable String constantPoint;
    /** Its rule, when the catalogue has it. */
    final @Nullable PointRule constantRule;

    private final int value;
    private final int numerator;
    private final int denominator;
    private final Set<String> absent;

    MeasureRule(Measure declared, Columns columns, PointRules rules) {
        point = Template.of(declared.point(), columns);
        value = columns.slot(declared.value());
        numerator = columns.slot(declared.numerator());
        denominator = columns.slot(declared.denominator());
        unit = columns.slot(declared.unit());
        optional = declared.optional();
        absent = declared.absent();
        constantPoint = point.constant();
        constantRule = Optional.ofNullable(constantPoint).map(rules::named).orElse(null);
    }

    /** What a row says; cells with an absent text as blank ones. */
    Figures figures(Row row) {
        String whole = Cells.text(row, value);
        String top = Cells.text(row, numerator);
        String bottom = Cells.text(row, denominator);
        if (absent.isEmpty()) {
            return new Figures(whole, top, bottom);
        }
        boolean noQuotient = isAbsent(top) || isAbsent(bottom);
        return new Figures(isAbsent(whole) ? null : whole, noQuotient ? null : top, noQuotient ? null : bottom);
    }

    private boolean isAbsent(@Nullable String text) {
        return text != null && absent.contains(text);
    }

    /** Texts of a value and of the parts of a quotient; null where nothing stands. */
    record Figures(
            @Nullable String value,
            @Nullable String numerator,
            @Nullable String denominator) {
        boolean nothing() {
            return value == null && numerator == null && denominator == null;
        }
    }
}
