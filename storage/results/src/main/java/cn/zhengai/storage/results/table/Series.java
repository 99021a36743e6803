package cn.zhengai.storage.results.table;

import java.util.Map;

/**
 * Points of a measurement that share their tags.
 *
 * @param number within the measurement
 * @param tags by name, in the order of their names
 */
public record Series(int number, Map<String, String> tags) {
    /** As InfluxDB writes it; its order is that of InfluxDB. */
    public String key() {
        StringBuilder key = new StringBuilder();
        tags.forEach((name, value) ->
                key.append(',').append(name).append('=').append(value.replaceAll("([,= ])", "\\\\$1")));
        return key.toString();
    }
}
