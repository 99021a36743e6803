package cn.zhengai.collector.jdbc;

import cn.zhengai.collector.pull.Source;
import cn.zhengai.collector.pull.Sources;
import cn.zhengai.core.catalogue.SourceMapping;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;

/** Sources over JDBC. */
public final class JdbcSources implements Sources {
    private final Drivers drivers;
    private final Map<String, String> environment;
    private final InstantSource time;

    /** @param environment where {@code ${NAME}} of a password is looked up */
    public JdbcSources(Drivers drivers, Map<String, String> environment, InstantSource time) {
        this.drivers = drivers;
        this.environment = Map.copyOf(environment);
        this.time = time;
    }

    @Override
    public Source of(SourceMapping mapping, ZoneId zone) {
        return new JdbcSource(mapping, zone, drivers, environment, time);
    }
}
