package cn.zhengai.testkit.influx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What its databases are called, and how they are made and dropped. */
public enum InfluxRelease {
    /** Databases, by statements of InfluxQL. */
    ONE {
        @Override
        void create(InfluxHost host, String database) {
            demand(
                    host,
                    "POST",
                    query("CREATE DATABASE \"" + database + "\" WITH DURATION INF SHARD DURATION 364d"),
                    "");
        }

        @Override
        void drop(InfluxHost host, String database) {
            demand(host, "POST", query("DROP DATABASE \"" + database + "\""), "");
        }
    },
    /** Buckets; each is a database of InfluxQL under its own name. */
    TWO {
        @Override
        void create(InfluxHost host, String database) {
            String org = id(demand(host, "GET", "/api/v2/orgs?org=" + Engine.encoded(host.org()), ""));
            demand(host, "POST", "/api/v2/buckets", """
                    {"orgID": "%s", "name": "%s", "retentionRules":
                      [{"type": "expire", "everySeconds": 0, "shardGroupDurationSeconds": 31449600}]}
                    """.formatted(org, database));
        }

        @Override
        void drop(InfluxHost host, String database) {
            String bucket = id(demand(host, "GET", "/api/v2/buckets?name=" + Engine.encoded(database), ""));
            demand(host, "DELETE", "/api/v2/buckets/" + bucket, "");
        }
    },
    /** Databases, by an interface of its own; who writes to one that is not there makes it. */
    THREE {
        @Override
        void create(InfluxHost host, String database) {
            demand(host, "POST", "/api/v3/configure/database", "{\"db\": \"" + database + "\"}");
        }

        @Override
        void drop(InfluxHost host, String database) {
            demand(host, "DELETE", "/api/v3/configure/database?db=" + Engine.encoded(database), "");
        }
    };

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f]{16})\"");
    private static final Pattern VERSION = Pattern.compile("\"version\"\\s*:\\s*\"v?(\\d+)");
    private static final Pattern LEADING = Pattern.compile("v?(\\d+)\\..*");

    abstract void create(InfluxHost host, String database);

    abstract void drop(InfluxHost host, String database);

    /** It says so itself: in the head of its answer, or from release 3 on in the answer. */
    static InfluxRelease of(URI url) {
        try {
            HttpResponse<String> answer =
                    Engine.send(HttpRequest.newBuilder(url.resolve("/ping")).build(), BodyHandlers.ofString());
            Matcher head = LEADING.matcher(
                    answer.headers().firstValue("X-Influxdb-Version").orElse(""));
            Matcher body = VERSION.matcher(answer.body());
            String number = head.matches() ? head.group(1) : body.find() ? body.group(1) : "";
            return switch (number) {
                case "1" -> ONE;
                case "2" -> TWO;
                case "3" -> THREE;
                default ->
                    throw new IllegalStateException(url + " is no InfluxDB of release 1, 2 or 3: "
                            + answer.headers().map());
            };
        } catch (IOException failed) {
            throw new IllegalStateException("no InfluxDB answers at " + url, failed);
        }
    }

    private static String query(String statement) {
        return "/query?q=" + Engine.encoded(statement);
    }

    private static String id(String answer) {
        Matcher first = ID.matcher(answer);
        if (!first.find()) {
            throw new IllegalStateException("no id: " + answer);
        }
        return first.group(1);
    }

    /** @throws IllegalStateException when it is refused */
    private static String demand(InfluxHost host, String method, String path, String body) {
        try {
            HttpResponse<String> answer = Engine.call(host, method, path, body);
            if (answer.statusCode() >= 300 || answer.body().contains("\"error\"")) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
