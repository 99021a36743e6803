package cn.zhengai.collector.jdbc;

import cn.zhengai.collector.pull.PulledRow;
import cn.zhengai.collector.pull.Source;
import cn.zhengai.core.catalogue.Pull.Watermark;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rows of one question, as texts. */
final class JdbcRows implements Source.Rows {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcRows.class);

    /** Characters handed on together, about: several lots are in memory at a time. */
    private static final int CHARACTERS_AT_ONCE = 600_000;

    private final JdbcSession session;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final List<String> columns;
    private final int instant;
    private final int id;
    private final Repeated[] repeated;
    private boolean ended;

    JdbcRows(JdbcSession session, PreparedStatement statement, ResultSet rows, Watermark watermark)
            throws SQLException {
        this.session = session;
        this.statement = statement;
        this.rows = rows;
        ResultSetMetaData described = rows.getMetaData();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= described.getColumnCount(); i++) {
            names.add(described.getColumnLabel(i));
        }
        this.columns = List.copyOf(names);
        this.instant = place(watermark.instant());
        this.id = place(watermark.id());
        this.repeated = columns.stream().map(name -> new Repeated()).toArray(Repeated[]::new);
    }

    private int place(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        throw session.troubles()
                .refused("查询结果里没有列 " + name + "（jdbc.watermark）。结果里的列是：" + String.join("、", columns) + "。");
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public List<PulledRow> next(int most) {
        List<PulledRow> some = new ArrayList<>(most);
        int characters = 0;
        try {
            while (!ended && some.size() < most && characters < CHARACTERS_AT_ONCE) {
                if (rows.next()) {
                    PulledRow row = row();
                    some.add(row);
                    characters += row.size();
                } else {
                    ended = true;
                }
            }
            return some;
        } catch (SQLException failed) {
            throw session.troubles().translate(failed);
        }
    }

    private PulledRow row() throws SQLException {
        @Nullable String[] cells = new @Nullable String[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            String cell = rows.getString(i + 1);
            cells[i] = cell == null || i == instant || i == id ? cell : repeated[i].of(cell);
        }
        return new PulledRow(session.micros(text(cells[instant], instant)), text(cells[id], id), cells);
    }

    private String text(@Nullable String cell, int column) {
        if (cell == null) {
            throw session.troubles().refused("有一行的列 " + columns.get(column) + " 是空的，无法接着读。请在查询里排除这样的行。");
        }
        return cell;
    }

    @Override
    public void close() {
        try {
            if (ended) {
                rows.close();
                statement.close();
            } else {
                session.cutShort();
            }
        } catch (SQLException failed) {
            LOG.debug("rows did not close in peace", failed);
        }
    }
}
