package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Trouble;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** SQLite's way. */
final class SqliteDialect implements Dialect {
    private static final int PRIMARY_CODE = 0xff;

    @Override
    public String elements() {
        return "(SELECT value FROM json_each(?))";
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
        return Trouble.UNAVAILABLE;
    }
}
