package cn.zhengai.testkit.influx;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters of a call in the words of release 2 and of release 1. */
final class Parameters {
    private static final Map<String, String> PRECISIONS = Map.of("ns", "n", "us", "u", "ms", "ms", "s", "s");

    private Parameters() {}

    static Map<String, String> of(@Nullable String query) {
        Map<String, String> all = new HashMap<>();
        if (query != null) {
            for (String one : query.split("&")) {
                int equals = one.indexOf('=');
                if (equals > 0) {
                    all.put(decoded(one.substring(0, equals)), decoded(one.substring(equals + 1)));
                }
            }
        }
        return all;
    }

    /** A bucket is {@code database} or {@code database/retention policy}. */
    static String ofWrite(Map<String, String> parameters) {
        String bucket = parameters.getOrDefault("bucket", "");
        int slash = bucket.indexOf('/');
        String policy = slash < 0 ? "" : "&rp=" + Engine.encoded(bucket.substring(slash + 1));
        String precision = parameters.getOrDefault("precision", "ns");
        return "db=" + Engine.encoded(slash < 0 ? bucket : bucket.substring(0, slash)) + policy + "&precision="
                + PRECISIONS.getOrDefault(precision, precision);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
