package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Trouble;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteErrorCode;

/** SQLite's way. One writer at a time: nothing has to be guarded, and nothing is taken by others. */
final class SqliteDialect implements Dialect {
    private static final int PRIMARY_CODE = 0xff;

    @Override
    public String scripts() {
        return "sqlite";
    }

    @Override
    public void teach(Jdbi jdbi) {
        // It holds everything Java has.
    }

    @Override
    public Writer writer(Jdbi jdbi) {
        return new SharedCommit(jdbi);
    }

    @Override
    public String among(String column) {
        return column + " IN (SELECT value FROM json_each(?))";
    }

    @Override
    public Object list(Collection<String> strings) {
        JsonStringEncoder encoder = JsonStringEncoder.getInstance();
        return strings.stream()
                .map(one -> "\"" + new String(encoder.quoteAsString(one)) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    public String clock() {
        return "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)";
    }

    @Override
    public String takingFree() {
        return "";
    }

    @Override
    public void guard(Handle handle, String name) {
        // The transaction holds the lock of the file.
    }

    @Override
    public String columns() {
        return """
                SELECT t.name, c.name, c.type FROM sqlite_schema t, pragma_table_xinfo(t.name) c
                WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite!_%' ESCAPE '!' AND c.hidden = 0""";
    }

    @Override
    public void beginReading(Handle handle) {
        // A transaction sees what was there at its first question.
    }

    @Override
    public void continueNumbers(Handle handle) {
        // It looks at the highest that is there.
    }

    @Override
    public Trouble trouble(SQLException failure) {
        // The low byte is the primary result code, whatever the extended one says.
        int code = failure.getErrorCode() & PRIMARY_CODE;
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return Trouble.DISK_FULL;
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return Trouble.IN_USE;
        }
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return Trouble.CORRUPT;
        }
        if (code == SQLiteErrorCode.SQLITE_CONSTRAINT.code || code == SQLiteErrorCode.SQLITE_TOOBIG.code) {
            return Trouble.REFUSED;
        }
        return Trouble.UNAVAILABLE;
    }

    @Override
    public boolean brokenOff(SQLException failure) {
        return false;
    }

    @Override
    public String advice(Trouble trouble) {
        return switch (trouble) {
            case DISK_FULL -> "请清理磁盘空间后重试。";
            case IN_USE -> "请关闭占用它的程序后重试。";
            case CORRUPT -> "请保留原文件，并从备份恢复。";
            case REFUSED -> "账本不接受这次写入，内容没有保存。";
            default -> "请检查文件是否存在、是否有读写权限，然后重试。";
        };
    }
}
