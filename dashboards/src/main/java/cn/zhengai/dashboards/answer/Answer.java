package cn.zhengai.dashboards.answer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One series of an answer, as InfluxDB gives it.
 *
 * @param measurement what was asked
 * @param tags those grouped by; empty when none
 * @param columns names in the order asked; of a SELECT the first is {@code time}
 * @param rows by time; a value is a Long (also the time: epoch milliseconds), Double, String, Boolean or null
 */
public record Answer(
        String measurement, Map<String, String> tags, List<String> columns, List<List<@Nullable Object>> rows) {}
