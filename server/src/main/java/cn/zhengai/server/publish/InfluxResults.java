package cn.zhengai.server.publish;

import cn.zhengai.dashboards.answer.Answer;
import cn.zhengai.dashboards.answer.ResultSource;
import cn.zhengai.storage.influxdb.InfluxAccess;
import cn.zhengai.storage.influxdb.client.Connection;
import cn.zhengai.storage.influxdb.client.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Asks a database of InfluxDB; its connections end with the process or when they were idle for some minutes. */
public final class InfluxResults implements ResultSource {
    /** Longer nobody waits for a page. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long NANOS = 1_000_000;
    private static final String TIME = "time";

    private final Connection connection;

    /** Does not call it yet. */
    public InfluxResults(InfluxAccess access) {
        this.connection = Connection.to(access.url(), access.token(), access.org(), access.database(), PATIENCE);
    }

    @Override
    public List<Answer> ask(String influxQl) {
        List<Answer> answers = new ArrayList<>();
        connection.ask(influxQl, row -> take(row, answers));
        return answers;
    }

    /** A series that is cut into chunks goes on in the next. */
    private static void take(Row row, List<Answer> answers) {
        Answer last = answers.isEmpty() ? null : answers.get(answers.size() - 1);
        if (last == null
                || !last.measurement().equals(row.measurement())
                || !last.tags().equals(row.tags())
                || !last.columns().equals(row.columns())) {
            last = new Answer(
                    row.measurement(), new TreeMap<>(row.tags()), List.copyOf(row.columns()), new ArrayList<>());
            answers.add(last);
        }
        last.rows().add(values(row));
    }

    private static List<@Nullable Object> values(Row row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < row.columns().size(); i++) {
            Object value = row.value(i);
            boolean time = row.columns().get(i).equals(TIME) && value instanceof Long;
            values.add(time ? Math.floorDiv(row.number(i), NANOS) : value);
        }
        return values;
    }
}
