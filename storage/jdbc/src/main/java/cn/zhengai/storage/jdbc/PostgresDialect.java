package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Trouble;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** PostgreSQL's way; troubles are told apart by their SQLSTATE (PostgreSQL documentation, appendix A). */
final class PostgresDialect implements Dialect {
    private static final String DEADLOCK = "40P01";
    private static final String SERIALISATION = "40001";
    private static final Map<String, Trouble> STATES = Map.of(
            "53100",
            Trouble.DISK_FULL,
            "55P03",
            Trouble.IN_USE,
            "55006",
            Trouble.IN_USE,
            DEADLOCK,
            Trouble.IN_USE,
            SERIALISATION,
            Trouble.IN_USE,
            "XX001",
            Trouble.CORRUPT,
            "XX002",
            Trouble.CORRUPT,
            "3D000",
            Trouble.REFUSED,
            "3F000",
            Trouble.REFUSED);
    /** Not supported, data, constraints, authorisation, syntax and rights, limits: the same call will fail again. */
    private static final List<String> REFUSED_CLASSES = List.of("0A", "22", "23", "28", "42", "54");

    @Override
    public String scripts() {
        return "postgresql";
    }

    @Override
    public void teach(Jdbi jdbi) {
        jdbi.registerArgument(new NulFree.Binding());
        jdbi.registerArrayType(String.class, "text");
        jdbi.registerColumnMapper(String.class, (row, column, context) -> {
            String text = row.getString(column);
            return text == null ? null : NulFree.read(text);
        });
    }

    @Override
    public Writer writer(Jdbi jdbi) {
        return new OwnCommit(jdbi, this);
    }

    @Override
    public String among(String column) {
        return column + " = ANY (?)";
    }

    @Override
    public Object list(Collection<String> strings) {
        return strings.stream().map(NulFree::keep).toArray(String[]::new);
    }

    @Override
    public String clock() {
        return "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)";
    }

    @Override
    public String takingFree() {
        return " FOR UPDATE SKIP LOCKED";
    }

    @Override
    public void guard(Handle handle, String name) {
        handle.select("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(current_schema() || ' ' || ?, 0))", name)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public String columns() {
        return """
                SELECT c.table_name, c.column_name, c.data_type FROM information_schema.columns c
                JOIN pg_catalog.pg_tables t ON t.schemaname = c.table_schema AND t.tablename = c.table_name
                WHERE c.table_schema = current_schema() AND c.is_generated = 'NEVER'""";
    }

    @Override
    public void beginReading(Handle handle) {
        handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    }

    @Override
    public void continueNumbers(Handle handle) {
        handle.select("""
                        SELECT table_name, column_name,
                          pg_get_serial_sequence(quote_ident(table_schema) || '.' || quote_ident(table_name), column_name)
                        FROM information_schema.columns WHERE table_schema = current_schema() AND is_identity = 'YES'""")
                .map((row, context) -> "SELECT setval('" + row.getString(3) + "', COALESCE(MAX(" + row.getString(2)
                        + "), 0) + 1, false) FROM " + row.getString(1))
                .list()
                .forEach(next -> handle.select(next).mapTo(Long.class).one());
    }

    @Override
    public Trouble trouble(SQLException failure) {
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        return Optional.ofNullable(STATES.get(state))
                .orElse(REFUSED_CLASSES.stream().anyMatch(state::startsWith) ? Trouble.REFUSED : Trouble.UNAVAILABLE);
    }

    @Override
    public boolean brokenOff(SQLException failure) {
        return DEADLOCK.equals(failure.getSQLState()) || SERIALISATION.equals(failure.getSQLState());
    }

    @Override
    public String advice(Trouble trouble) {
        return switch (trouble) {
            case DISK_FULL -> "请清理数据库服务器的磁盘空间后重试。";
            case IN_USE -> "请查看是哪个会话长时间占用（视图 pg_stat_activity），结束它后重试。";
            case CORRUPT -> "请停止写入，保留数据库原样，并从备份恢复。";
            case REFUSED -> "请检查库名、用户、密码和权限；若都正确，则是数据库不接受这次写入，内容没有保存。";
            default -> "请检查数据库服务是否启动、地址是否正确、网络是否通畅；恢复后会自动继续。";
        };
    }
}
