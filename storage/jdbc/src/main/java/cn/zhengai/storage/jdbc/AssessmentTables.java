package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.AssessmentLedger;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Results of assessments in their table; the same result kept again is the same entry. */
final class AssessmentTables implements AssessmentLedger {
    private static final String NEWEST_FIRST =
            " FROM assessment WHERE cycle = ? ORDER BY computed_at DESC, number DESC";

    private final Database database;

    AssessmentTables(Database database) {
        this.database = database;
    }

    @Override
    public void keep(Kept one) {
        String sql = "INSERT INTO assessment (cycle, computed_at, catalogue, digest, document) VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT (cycle, computed_at, catalogue, digest) DO NOTHING";
        database.write(
                "保存考核结果",
                handle -> handle.execute(
                        sql, one.cycle(), Millis.of(one.computedAt()), one.catalogue(), one.digest(), one.document()));
    }

    @Override
    public Optional<Kept> newest(String cycle) {
        return database.read(
                "读取考核结果",
                handle -> select(handle, "document" + NEWEST_FIRST + " LIMIT 1", cycle).stream()
                        .findFirst());
    }

    @Override
    public List<Kept> history(String cycle) {
        return database.read("读取考核结果", handle -> select(handle, "'' AS document" + NEWEST_FIRST, cycle));
    }

    private static List<Kept> select(Handle handle, String rest, String cycle) {
        return handle.select("SELECT cycle, computed_at, catalogue, digest, " + rest, cycle)
                .map(Row.as(AssessmentTables::read))
                .list();
    }

    private static Kept read(Row row) throws SQLException {
        return new Kept(
                row.getString("cycle"),
                Rows.instant(row, "computed_at"),
                row.getString("catalogue"),
                row.getString("digest"),
                row.getString("document"));
    }
}
