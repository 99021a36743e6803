package cn.zhengai.dashboards.board;

import cn.zhengai.dashboards.grafana.Dashboard;
import cn.zhengai.dashboards.grafana.Source;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files Grafana is provisioned with, by their path below {@code grafana/}; kept beside this source under version control. */
public final class DashboardFiles {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    /**
     * A token of InfluxDB 2 and 3 is the header {@code Token …}; 1.x takes user and password. Asked by GET: of what
     * is asked by POST, the proxy of Grafana 9 was seen to lose one answer in four hundred.
     */
    private static final String DATA_SOURCE = """
            # 由 dashboards 模块生成，请勿手工修改。地址、库和口令用环境变量给出。
            apiVersion: 1
            datasources:
              - name: 诊改结果
                uid: UID
                type: influxdb
                access: proxy
                url: $ZHENGAI_INFLUX_URL
                database: $ZHENGAI_INFLUX_DATABASE
                user: $ZHENGAI_INFLUX_USER
                isDefault: true
                editable: false
                jsonData:
                  dbName: $ZHENGAI_INFLUX_DATABASE
                  httpMode: GET
                  version: InfluxQL
                  timeInterval: 1m
                  httpHeaderName1: Authorization
                secureJsonData:
                  password: $ZHENGAI_INFLUX_PASSWORD
                  httpHeaderValue1: $ZHENGAI_INFLUX_AUTHORIZATION
            """;

    private static final String PROVIDER = """
            # 由 dashboards 模块生成，请勿手工修改。
            apiVersion: 1
            providers:
              - name: zhengai
                folder: 诊改
                folderUid: zhengai
                type: file
                disableDeletion: true
                allowUiUpdates: false
                options:
                  path: $ZHENGAI_DASHBOARDS
            """;

    private DashboardFiles() {}

    /** Text by path, {@code dashboards/zhengai-course.json}. */
    public static Map<String, String> all() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("provisioning/datasources/zhengai.yaml", DATA_SOURCE.replace("UID", Source.UID));
        files.put("provisioning/dashboards/zhengai.yaml", PROVIDER);
        Boards.all().forEach(d -> files.put("dashboards/" + d.uid() + ".json", text(d)));
        return files;
    }

    /** As a file holds it. */
    public static String text(Dashboard dashboard) {
        try {
            return MAPPER.writer(PRINTER).writeValueAsString(dashboard.json()) + "\n";
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("a dashboard has a JSON form", unwritable);
        }
    }

    /** Writes them below a folder. */
    public static void write(Path folder) throws IOException {
        for (Map.Entry<String, String> file : all().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** @param args the folder; {@code dashboards/grafana} without */
    public static void main(String[] args) throws IOException {
        write(Path.of(args.length > 0 ? args[0] : "dashboards/grafana"));
    }
}
