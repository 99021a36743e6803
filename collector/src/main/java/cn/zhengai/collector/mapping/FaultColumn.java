package cn.zhengai.collector.mapping;

import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.SourceMapping.Measure;
import cn.zhengai.core.reading.Reason;
import java.util.Collection;
import java.util.Optional;

/** The column that a person has to look at first when a row was rejected for a reason. */
public final class FaultColumn {
    private FaultColumn() {}

    /**
     * One of the names; empty when no single column is at fault, or the row lacks it.
     *
     * @param names columns that are there, in order
     */
    public static Optional<String> of(Reason reason, SourceMapping mapping, Collection<String> names) {
        Optional<Measure> only =
                mapping.measures().size() == 1 ? Optional.of(mapping.measures().get(0)) : Optional.empty();
        Optional<String> template = switch (reason) {
            case NO_SUBJECT, UNKNOWN_SUBJECT, NOT_APPLICABLE -> Optional.of(mapping.subject());
            case NO_INSTANT, BAD_INSTANT, IN_FUTURE ->
                Optional.of(braced(mapping.time().column()));
            case NO_POINT, UNKNOWN_POINT, FORBIDDEN_POINT, POINT_SWITCHED_OFF -> only.map(Measure::point);
            case NO_VALUE, NOT_A_NUMBER, NOT_FINITE, TOO_FINE, TOO_LARGE, IMPLAUSIBLE, WRONG_UNIT ->
                only.flatMap(m -> m.value().or(m::numerator)).map(FaultColumn::braced);
            case NO_DENOMINATOR, BAD_DENOMINATOR ->
                only.flatMap(Measure::denominator).map(FaultColumn::braced);
            case BAD_REVISION -> mapping.revision().map(FaultColumn::braced);
            default -> Optional.empty();
        };
        return template.flatMap(text ->
                names.stream().filter(name -> text.contains(braced(name))).findFirst());
    }

    private static String braced(String column) {
        return "{" + column + "}";
    }
}
