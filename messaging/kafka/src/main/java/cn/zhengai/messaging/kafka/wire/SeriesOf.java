package cn.zhengai.messaging.kafka.wire;

import cn.zhengai.core.reading.Series;
import java.util.Optional;

/** Which series a value speaks about, whatever else is wrong with it. */
public final class SeriesOf {
    private SeriesOf() {}

    /** Empty when it cannot be told. */
    public static Optional<Series> value(byte[] json) {
        Fields fields = new Fields();
        try {
            fields.read(json);
        } catch (Unsound unsound) {
            return Optional.empty();
        }
        return fields.point == null || fields.subject == null
                ? Optional.empty()
                : Optional.of(Series.named(fields.point, fields.subject));
    }
}
