package cn.zhengai.dashboards.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every measurement there is. */
public final class Schema {
    private static final List<Measurement> ALL = Stream.of(Readings.all(), Published.all(), Meters.all())
            .flatMap(List::stream)
            .toList();

    private Schema() {}

    public static List<Measurement> all() {
        return ALL;
    }

    public static Optional<Measurement> named(String name) {
        return ALL.stream().filter(m -> m.name().equals(name)).findFirst();
    }
}
