package cn.zhengai.server.publish;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.dashboards.answer.ResultSource;
import cn.zhengai.storage.influxdb.InfluxAccess;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A database of an InfluxDB, asked in its own words. */
final class Influx {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final String database;

    Influx(URI server, String database) {
        this.server = server;
        this.database = database;
    }

    /** The same database as the pages ask it. */
    ResultSource source() {
        return new InfluxResults(InfluxAccess.of(server, "any", "zhengai", database));
    }

    /** One series of an answer; rows as the server gives them. */
    record Answer(String name, JsonNode tags, List<String> columns, List<JsonNode> rows) {}

    /** @throws IllegalArgumentException when the server refuses the statement */
    List<Answer> ask(String query) {
        JsonNode root;
        try {
            root = JSON.readTree(send(HttpRequest.newBuilder(server.resolve("/query?epoch=ms&db=" + database + "&q="
                                    + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                            .GET())
                    .body());
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(query, unreadable);
        }
        JsonNode result = root.path("results").path(0);
        if (root.has("error") || result.has("error")) {
            throw new IllegalArgumentException(query + ": " + root);
        }
        List<Answer> answers = new ArrayList<>();
        for (JsonNode series : result.path("series")) {
            List<String> columns = new ArrayList<>();
            series.path("columns").forEach(c -> columns.add(c.asText()));
            List<JsonNode> rows = new ArrayList<>();
            series.path("values").forEach(rows::add);
            answers.add(new Answer(series.path("name").asText(), series.path("tags"), columns, rows));
        }
        return answers;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException away) {
            throw new PortException(Trouble.UNAVAILABLE, server.toString(), away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PortException(Trouble.UNAVAILABLE, server.toString(), interrupted);
        }
    }
}
