package cn.zhengai.server.publish;

import cn.zhengai.dashboards.board.DashboardFiles;
import cn.zhengai.dashboards.grafana.Dashboard;
import cn.zhengai.dashboards.grafana.Source;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A Grafana server somebody runs and anybody may look at, told of our data source and dashboards through its own API. */
final class Grafana {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FOLDER = "zhengai";
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI url;

    /** @param url {@code http://admin:secret@127.0.0.1:3000} */
    Grafana(String url) {
        this.url = URI.create(url);
    }

    /** Data source over a database, and folder; both replaced when they are there. */
    void source(URI influx, String database) throws IOException {
        send("DELETE", "/api/datasources/uid/" + Source.UID, "");
        ObjectNode source = JSON.createObjectNode()
                .put("uid", Source.UID)
                .put("name", "诊改结果")
                .put("type", "influxdb")
                .put("access", "proxy")
                .put("url", influx.toString())
                .put("database", database);
        source.putObject("jsonData").put("dbName", database).put("httpMode", "GET");
        created("/api/datasources", source);
        JsonNode folder = JSON.createObjectNode().put("uid", FOLDER).put("title", "诊改");
        send("POST", "/api/folders", folder.toString());
    }

    void put(Dashboard dashboard) throws IOException {
        ObjectNode body = JSON.createObjectNode().put("folderUid", FOLDER).put("overwrite", true);
        body.set("dashboard", JSON.readTree(DashboardFiles.text(dashboard)));
        created("/api/dashboards/db", body);
    }

    /** Where a browser opens it; the panels alone. */
    String page(Dashboard dashboard, String theme) {
        return plain() + "/d/" + dashboard.uid() + "?kiosk&theme=" + theme;
    }

    /** Without user and password: scripts of a page opened with them may not ask its server. */
    private String plain() {
        return url.getScheme() + "://" + url.getHost() + ":" + url.getPort();
    }

    private void created(String path, JsonNode body) throws IOException {
        HttpResponse<String> answer = send("POST", path, body.toString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private HttpResponse<String> send(String method, String path, String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(plain() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (url.getUserInfo() != null) {
            String user = Base64.getEncoder().encodeToString(url.getUserInfo().getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + user);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
