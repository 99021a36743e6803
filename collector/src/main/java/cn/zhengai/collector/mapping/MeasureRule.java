package cn.zhengai.collector.mapping;

import cn.zhengai.core.catalogue.SourceMapping.Measure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One measure of a mapping with its columns as slots; {@link Cells#NONE} where none is declared. */
final class MeasureRule {
    final Template point;
    final int value;
    final int numerator;
    final int denominator;
    final int unit;
    final boolean optional;
    /** Id of the point when the template names no column. */
    final @Nullable String constantPoint;
    /** Its rule, when the catalogue has it. */
    final @Nullable PointRule constantRule;

    MeasureRule(Measure declared, Columns columns, PointRules rules) {
        point = Template.of(declared.point(), columns);
        value = columns.slot(declared.value());
        numerator = columns.slot(declared.numerator());
        denominator = columns.slot(declared.denominator());
        unit = columns.slot(declared.unit());
        optional = declared.optional();
        constantPoint = point.constant();
        constantRule = Optional.ofNullable(constantPoint).map(rules::named).orElse(null);
    }
}
