package cn.zhengai.storage.duckdb.file;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A whole database into a new file, as of one moment: one transaction reads, so writers go on beside it. */
public final class Copying {
    private static final String NAME = "copy_in_the_making";

    private Copying() {}

    /** @param copy must not be there yet */
    public static void of(Database database, Path copy) {
        synchronized (database) {
            database.perform("备份", session -> copy(session, copy));
        }
    }

    static void copy(Session session, Path copy) throws SQLException {
        String[] own = new String[1];
        session.query("SELECT current_database()", List.of(), row -> own[0] = row.getString(1));
        session.execute("ATTACH '" + copy.toAbsolutePath().toString().replace("'", "''") + "' AS " + NAME);
        try {
            session.transaction(
                    () -> session.execute("COPY FROM DATABASE \"" + own[0].replace("\"", "\"\"") + "\" TO " + NAME));
            session.execute("CHECKPOINT " + NAME);
        } finally {
            session.execute("DETACH " + NAME);
        }
    }
}
