package cn.zhengai.collector.jdbc;

import cn.zhengai.collector.pull.Source;
import cn.zhengai.core.catalogue.Pull;
import cn.zhengai.core.port.Cursors.Cursor;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection. Every question is a transaction of its own, so that each sees what is committed then. */
final class JdbcSession implements Source.Session {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcSession.class);

    private final Connection connection;
    private final Engine engine;
    private final Pull pull;
    private final Stamp stamp;
    private final SqlTroubles troubles;
    private boolean cutShort;

    JdbcSession(Connection connection, Engine engine, Pull pull, Stamp stamp, SqlTroubles troubles) {
        this.connection = connection;
        this.engine = engine;
        this.pull = pull;
        this.stamp = stamp;
        this.troubles = troubles;
    }

    @Override
    public long now() {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(engine.clock())) {
            row.next();
            long now = stamp.now(row.getObject(1, LocalDateTime.class));
            connection.rollback();
            return now;
        } catch (SQLException failed) {
            throw troubles.translate(failed);
        }
    }

    @Override
    public Source.Rows read(Cursor after, long until) {
        NamedQuery query = NamedQuery.parse(pull.query());
        try {
            connection.rollback();
            PreparedStatement statement =
                    connection.prepareStatement(query.sql(), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
            try {
                statement.setFetchSize(pull.access().fetchSize());
                statement.setQueryTimeout(
                        Math.toIntExact(Math.max(1, pull.access().timeout().toSeconds())));
                bind(statement, query, after, until);
                return new JdbcRows(this, statement, statement.executeQuery(), pull.watermark());
            } catch (SQLException | RuntimeException failed) {
                statement.close();
                throw failed;
            }
        } catch (SQLException failed) {
            throw troubles.translate(failed);
        }
    }

    private void bind(PreparedStatement statement, NamedQuery query, Cursor after, long until) throws SQLException {
        for (int place = 1; place <= query.binds().size(); place++) {
            String name = query.binds().get(place - 1);
            switch (name) {
                case "since_instant" -> stamp.bind(statement, place, after.instant());
                case "since_id" -> bindId(statement, place, after.id());
                case "until" -> stamp.bind(statement, place, until);
                default -> throw troubles.refused("查询里的 :" + name + " 没有人填；可以用的只有 :since_instant、:since_id 和 :until。");
            }
        }
    }

    private void bindId(PreparedStatement statement, int place, String id) throws SQLException {
        if (!pull.watermark().numbered()) {
            statement.setString(place, id);
        } else if (id.isEmpty()) {
            statement.setLong(place, Long.MIN_VALUE);
        } else {
            BigDecimal number = new BigDecimal(id);
            if (number.precision() - number.scale() < 19) {
                statement.setLong(place, number.longValue());
            } else {
                statement.setBigDecimal(place, number);
            }
        }
    }

    long micros(String instant) {
        try {
            return stamp.micros(instant);
        } catch (DateTimeException bad) {
            throw troubles.refused("时间列 " + pull.watermark().instant() + " 的值“" + instant
                    + "”不是可以排序的时间。请核对 jdbc.watermark 的 instant 和 format。");
        }
    }

    SqlTroubles troubles() {
        return troubles;
    }

    /** Rows were left unread: do not wait for them. */
    void cutShort() {
        cutShort = true;
    }

    @Override
    public void close() {
        try {
            if (cutShort) {
                connection.abort(Runnable::run);
            } else {
                connection.rollback();
                connection.close();
            }
        } catch (SQLException failed) {
            LOG.debug("a connection did not close in peace", failed);
        }
    }
}
