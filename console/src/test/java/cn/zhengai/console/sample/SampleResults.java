package cn.zhengai.console.sample;

import cn.zhengai.dashboards.answer.Answer;
import cn.zhengai.dashboards.answer.ResultSource;
import java.util.List;
import java.util.Map;

/** Results of a college with one department, as much of them as the pages' tests look at. */
final class SampleResults implements ResultSource {
    private static final long DAY = 1_767_225_600_000L;

    @Override
    public List<Answer> ask(String influxQl) {
        if (influxQl.contains("\"org_unit\"")) {
            return List.of(series("org_unit", "label", "校办|xb"));
        }
        if (influxQl.contains("\"control_point\"") && influxQl.contains("\"label\"")) {
            return List.of(series("control_point", "label", "到课率|course.attendance"));
        }
        if (influxQl.contains("\"ranking\"") && influxQl.contains("\"label\"")) {
            return List.of(series("ranking", "label", "高等数学<b>|c1"));
        }
        if (influxQl.contains("SELECT \"share_met\" FROM \"share\"")) {
            return List.of(series("share", "share_met", 87.5));
        }
        if (influxQl.contains("\"publication\"")) {
            return List.of(series("publication", "at", DAY));
        }
        return List.of();
    }

    private static Answer series(String measurement, String column, Object value) {
        return new Answer(measurement, Map.of(), List.of("time", column), List.of(List.of(DAY, value)));
    }
}
