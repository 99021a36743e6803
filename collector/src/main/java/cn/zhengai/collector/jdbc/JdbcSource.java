package cn.zhengai.collector.jdbc;

import cn.zhengai.collector.pull.Source;
import cn.zhengai.core.catalogue.Pull;
import cn.zhengai.core.catalogue.SourceMapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** One database. A session is one connection, read-only, closed with it: so a source has one at most. */
final class JdbcSource implements Source {
    private final Pull pull;
    private final Stamp stamp;
    private final Drivers drivers;
    private final Map<String, String> environment;
    private final InstantSource time;
    private final SqlTroubles troubles;

    JdbcSource(
            SourceMapping mapping, ZoneId zone, Drivers drivers, Map<String, String> environment, InstantSource time) {
        this.pull = mapping.pull().orElseThrow();
        this.stamp =
                new Stamp(pull.watermark().format(), pull.watermark().zone().orElse(zone));
        this.drivers = drivers;
        this.environment = environment;
        this.time = time;
        this.troubles = new SqlTroubles(mapping.id(), pull.access().timeout());
    }

    @Override
    public long start() {
        return pull.watermark().from().map(stamp::startOf).orElse(0L);
    }

    @Override
    public Session open() {
        String url = pull.access().url();
        Engine engine = Engine.of(url);
        Properties properties = engine.limits(pull.access().timeout());
        pull.access().user().ifPresent(user -> properties.setProperty("user", secret(user)));
        pull.access().password().ifPresent(password -> properties.setProperty("password", secret(password)));
        try {
            Connection connection = drivers.forUrl(url).connect(url, properties);
            if (connection == null) {
                throw troubles.refused("驱动不认识网址 " + url + "。请核对 jdbc.url。");
            }
            return prepared(connection, engine);
        } catch (SQLException failed) {
            throw troubles.translate(failed);
        }
    }

    private Session prepared(Connection connection, Engine engine) throws SQLException {
        try {
            connection.setNetworkTimeout(
                    Runnable::run, Math.toIntExact(pull.access().timeout().toMillis() + 1000));
            Optional<String> zone = engine.sessionZone(stamp.zone(), time.instant());
            if (zone.isPresent()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(zone.get());
                }
            }
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            return new JdbcSession(connection, engine, pull, stamp, troubles);
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    private String secret(String text) {
        if (!text.startsWith("${") || !text.endsWith("}")) {
            return text;
        }
        String name = text.substring(2, text.length() - 1);
        return Optional.ofNullable(environment.get(name))
                .orElseThrow(() -> troubles.refused("映射里写了取自环境变量 " + name + "，但启动本程序时没有设置它。请设置后重新启动。"));
    }
}
