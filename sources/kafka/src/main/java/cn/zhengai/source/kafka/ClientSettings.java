package cn.zhengai.source.kafka;

import cn.zhengai.core.catalogue.Follow;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What a mapping says, as settings of Kafka's client. Ours prevail. */
record ClientSettings(Map<String, String> environment, Duration patience, Troubles troubles) {
    private static final Pattern SECRET = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final int RECORDS_AT_ONCE = 2000;
    private static final long QUICKEST_ANSWER_MILLIS = 10_000;

    /** Of a consumer in no group that sees what is committed. */
    Map<String, Object> consumer(Follow.Access access) {
        Map<String, Object> all = common(access);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return all;
    }

    Map<String, Object> admin(Follow.Access access) {
        return common(access);
    }

    private Map<String, Object> common(Follow.Access access) {
        Map<String, Object> all = new HashMap<>();
        access.settings().forEach((name, text) -> all.put(name, secret(text)));
        access.login().ifPresent(login -> all.putAll(login(login)));
        boolean logsIn = access.login().isPresent();
        String protocol = access.tls() ? (logsIn ? "SASL_SSL" : "SSL") : (logsIn ? "SASL_PLAINTEXT" : "PLAINTEXT");
        all.putIfAbsent(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol);
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, access.bootstrap());
        all.put(CommonClientConfigs.CLIENT_ID_CONFIG, "zhengai-follow");
        all.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000L);
        all.put(AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        all.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        all.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, (int)
                Math.min(QUICKEST_ANSWER_MILLIS, patience.toMillis()));
        return all;
    }

    private Map<String, String> login(Follow.Login login) {
        Class<?> module = login.mechanism().equals("PLAIN") ? PlainLoginModule.class : ScramLoginModule.class;
        return Map.of(
                SaslConfigs.SASL_MECHANISM,
                login.mechanism(),
                SaslConfigs.SASL_JAAS_CONFIG,
                module.getName() + " required username=" + quoted(secret(login.user())) + " password="
                        + quoted(secret(login.password())) + ";");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** With what the environment says in place of {@code ${NAME}}. */
    private String secret(String text) {
        return SECRET.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found)));
    }

    private String value(MatchResult found) {
        String value = environment.get(found.group(1));
        if (value == null) {
            throw troubles.refused("映射里写了取自环境变量 " + found.group(1) + "，但启动本程序时没有设置它。请设置后重新启动。");
        }
        return value;
    }
}
