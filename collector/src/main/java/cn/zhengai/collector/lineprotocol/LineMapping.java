package cn.zhengai.collector.lineprotocol;

import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.SourceMapping.Measure;
import cn.zhengai.core.catalogue.SourceMapping.Time;
import java.util.List;
import java.util.Optional;

/**
 * The mapping for line protocol: the source's own when it declares one; else measurement = point id, tag {@code subject},
 * field {@code value} or {@code numerator} and {@code denominator}, and the line's own time.
 */
public final class LineMapping {
    private LineMapping() {}

    public static SourceMapping of(SourceMapping declared) {
        SourceMapping standard = SourceMapping.standard(declared.id(), declared.name());
        boolean own = !declared.subject().equals(standard.subject())
                || !declared.time().equals(standard.time())
                || !declared.measures().equals(standard.measures());
        return own ? declared : byMeasurement(declared);
    }

    private static SourceMapping byMeasurement(SourceMapping declared) {
        return new SourceMapping(
                declared.id(),
                declared.name(),
                declared.owner(),
                declared.points(),
                declared.history(),
                declared.decimals(),
                declared.subject(),
                new Time(LineRows.TIME, "epoch-ns"),
                List.of(new Measure(
                        "{" + LineRows.MEASUREMENT + "}",
                        Optional.of("value"),
                        Optional.of("numerator"),
                        Optional.of("denominator"),
                        Optional.of("unit"),
                        false)),
                declared.revision(),
                declared.reason(),
                declared.drop(),
                declared.pull(),
                declared.follow());
    }
}
