package cn.zhengai.server.settings;

import cn.zhengai.server.settings.Settings.Secrets;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code distributed: {kafka: {servers: ...}, influxdb: {url: ...}}} as it is written. */
record DistributedSetting(
        @Nullable RawKafka kafka, @Nullable RawInflux influxdb) {

    Distributed checked(Secrets secrets) {
        if (kafka == null || influxdb == null) {
            throw refusal("设置 distributed 需要 kafka（采集值日志）和 influxdb（采集值库）两部分。");
        }
        return new Distributed(kafka.checked(secrets), influxdb.checked(secrets));
    }

    private static Refusal refusal(String sentence) {
        return new Refusal(Refusal.Cause.SETTINGS, sentence);
    }

    record RawKafka(
            @Nullable String servers,
            @Nullable Integer partitions,
            @Nullable Integer copies,
            @JsonProperty("keep-days") @Nullable Integer keepDays,
            @Nullable Map<String, String> settings) {
        private static final int USUAL_PARTITIONS = 12;
        private static final int MOST_PARTITIONS = 1000;
        private static final int USUAL_COPIES = 3;
        private static final int USUAL_KEEP_DAYS = 30;
        private static final int LONGEST_KEEP_DAYS = 36_500;

        Distributed.Kafka checked(Secrets secrets) {
            if (servers == null || !servers.matches("[^,:\\s]+:\\d+(\\s*,\\s*[^,:\\s]+:\\d+)*")) {
                throw refusal("设置 distributed.kafka.servers 应是 Kafka 的地址，例如 kafka-1:9092,kafka-2:9092,kafka-3:9092。");
            }
            int brokers = servers.split(",", -1).length;
            return new Distributed.Kafka(
                    servers.replaceAll("\\s", ""),
                    within("kafka.partitions", partitions, MOST_PARTITIONS, USUAL_PARTITIONS),
                    within("kafka.copies", copies, USUAL_COPIES, Math.min(USUAL_COPIES, brokers)),
                    Duration.ofDays(within("kafka.keep-days", keepDays, LONGEST_KEEP_DAYS, USUAL_KEEP_DAYS)),
                    settings == null
                            ? Map.of()
                            : settings.entrySet().stream()
                                    .collect(Collectors.toMap(
                                            Map.Entry::getKey,
                                            e -> secrets.resolve(
                                                    "distributed.kafka.settings." + e.getKey(), e.getValue()))));
        }

        private static int within(String key, @Nullable Integer value, int most, int usual) {
            if (value != null && (value < 1 || value > most)) {
                throw refusal("设置 distributed." + key + " 应在 1 到 " + most + " 之间，现在是 " + value + "。");
            }
            return value == null ? usual : value;
        }
    }

    record RawInflux(
            @Nullable String url,
            @Nullable String token,
            @Nullable String org,
            @Nullable String bucket,
            @Nullable String results) {
        private static final String USUAL = "zhengai";

        Distributed.Influx checked(Secrets secrets) {
            if (url == null || !url.matches("https?://[^\\s/]+/?")) {
                throw refusal("设置 distributed.influxdb.url 应是 InfluxDB 的网址，例如 http://influxdb:8086。");
            }
            String own = bucket == null ? USUAL : bucket;
            if (own.equals(results)) {
                throw refusal("设置 distributed.influxdb.results 不能与 bucket 相同：看板的账号能查到那里的一切，而采集值里有师生的编号。");
            }
            return new Distributed.Influx(
                    url,
                    Optional.ofNullable(secrets.maybe("distributed.influxdb.token", token)),
                    org == null ? USUAL : org,
                    own,
                    results == null ? own + "-results" : results);
        }
    }
}
