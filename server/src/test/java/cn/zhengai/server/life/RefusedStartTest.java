package cn.zhengai.server.life;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.testkit.net.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that cannot start says why, ends with the documented code, and changes nothing. */
class RefusedStartTest {
    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void college() throws IOException {
        data = folder.resolve("data");
        SmallCollege.write(data, 9);
    }

    private Ran serve(int port) throws IOException {
        return Ran.command(folder, "serve", "--data", data.toString(), "--port", Integer.toString(port));
    }

    @Test
    void portTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            serve(other.getLocalPort()).refused(7, "端口", Integer.toString(other.getLocalPort()), "--port");
        }
        try (ServeProcess now = ServeProcess.start(data, FreePorts.one())) {
            now.ready();
        }
    }

    @Test
    void dataFolderInUse() throws IOException {
        try (ServeProcess first = ServeProcess.start(data, FreePorts.one()).ready()) {
            serve(0).refused(5, data.toString(), "正被另一个");
            Ran.command(folder, "assess", "2026", "--data", data.toString()).refused(5, data.toString());
            assertThat(first.get("/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void dataFolderOfANewerVersion() throws IOException {
        Files.writeString(data.resolve("version"), "99\n");
        serve(0).refused(6, data.toString(), "版本 99", "升级");
        assertThat(data.resolve("readings.duckdb")).doesNotExist();
        assertThat(data.resolve("ledger.sqlite")).doesNotExist();
    }

    @Test
    void ledgerOfANewerVersion() throws IOException, SQLException {
        Ran.command(folder, "assess", "2026", "--data", data.toString());
        Path ledger = data.resolve("ledger.sqlite");
        sql(
                "jdbc:sqlite:" + ledger,
                "INSERT INTO schema_version SELECT 99, '99', description, type, script, 1, installed_by, installed_on,"
                        + " execution_time, success FROM schema_version LIMIT 1");
        byte[] before = Files.readAllBytes(ledger);
        serve(0).refused(6, ledger.toString(), "更新的版本");
        assertThat(Files.readAllBytes(ledger)).isEqualTo(before);
    }

    @Test
    void readingsOfANewerVersion() throws IOException, SQLException {
        Ran.command(folder, "assess", "2026", "--data", data.toString());
        Path readings = data.resolve("readings.duckdb");
        sql("jdbc:duckdb:" + readings, "INSERT INTO format VALUES (99)");
        serve(0).refused(6, readings.toString(), "99");
    }

    private static void sql(String url, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    @Test
    void filesThatAreNotWhatTheyShouldBe() throws IOException {
        Path readings = data.resolve("readings.duckdb");
        byte[] noise = new byte[40_960];
        Arrays.fill(noise, (byte) 'x');
        Files.write(readings, noise);
        serve(0).refused(1, readings.toString(), "备份");
        assertThat(Files.readAllBytes(readings)).isEqualTo(noise);
        Files.delete(readings);
        Path ledger = data.resolve("ledger.sqlite");
        Files.deleteIfExists(data.resolve("ledger.sqlite-wal"));
        Files.deleteIfExists(data.resolve("ledger.sqlite-shm"));
        Files.write(ledger, noise);
        serve(0).refused(1, ledger.toString());
        assertThat(Files.readAllBytes(ledger)).isEqualTo(noise);
    }

    @Test
    void settings() throws IOException {
        Path settings = data.resolve("zhengai.yaml");
        settings(settings, "prot: 8081\n", "zhengai.yaml:1:", "prot");
        settings(settings, "host: 127.0.0.1\nport: many\n", "zhengai.yaml:2:", "port");
        settings(settings, "port: 70000\n", "port", "65535");
        settings(settings, "mail: {security: starttls}\n", "mail", "host");
        settings(settings, "mail: {host: localhost, password: '${ZHENGAI_NOT_SET}'}\n", "ZHENGAI_NOT_SET");
        settings(settings, "webhooks: {duty: {url: 'ftp://x'}}\n", "webhooks.duty.url");
        settings(settings, "push: {largest-megabytes: -1}\n", "push.largest-megabytes");
        settings(settings, "host: [unclosed\n", "zhengai.yaml:");
    }

    private void settings(Path file, String text, String... said) throws IOException {
        Files.writeString(file, text);
        serve(0).refused(4, said);
    }

    @Test
    void catalogueWithErrors() throws IOException {
        Path points = data.resolve("catalogue/points/course.yaml");
        String good = Files.readString(points);
        Files.writeString(points, good.replace("owner: jwc", "owner: jcw"));
        serve(0).refused(4, "points/course.yaml:3:", "jcw");
        Ran.command(folder, "check", data.resolve("catalogue").toString()).refused(4, "points/course.yaml:3:", "jcw");
        Files.writeString(points, good.replace("warning: 90", "warning: 97"));
        Ran.command(folder, "check", data.resolve("catalogue").toString()).refused(4, "points/course.yaml:3:");
        Files.write(points, good.getBytes("GB18030"));
        Ran.command(folder, "check", data.resolve("catalogue").toString()).refused(4, "points/course.yaml:", "UTF-8");
        Files.write(points, good.getBytes(StandardCharsets.UTF_8));
        assertThat(Ran.command(folder, "check", data.resolve("catalogue").toString())
                        .exit())
                .isZero();
    }

    @Test
    void whatIsNamedIsNotThere() throws IOException {
        String at = data.toString();
        Ran.command(folder, "assess", "2062", "--data", at).refused(9, "2062");
        Ran.command(folder, "export", "2062", "--data", at).refused(9, "2062");
        Ran.command(folder, "export", "2026", "--data", at).refused(9, "2026", "zhengai assess");
        Ran.command(folder, "import", folder.resolve("none.csv").toString(), "--data", at)
                .refused(9, "none.csv");
        Ran.command(folder, "check", folder.resolve("none").toString()).refused(4, "none");
    }

    @Test
    void aFileWithBadRows() throws IOException {
        Path file = folder.resolve("history.csv");
        Files.writeString(file, """
                point,subject,at,numerator,denominator
                course.attendance,C0,2026-03-01,39,40
                course.attendance,C0,2026-03-02,112,100
                course.attendance,nobody,2026-03-03,39,40
                course.attendance,C0,2026-03-04,很多,40
                """);
        Ran.command(folder, "import", file.toString(), "--source", "jwxt", "--data", data.toString())
                .refused(10, "history.csv", "接收 1 条", "拒收 3 条");
        assertThat(file).exists();
        assertThat(Files.readString(data.resolve("rejected/history.csv.rejected.csv")))
                .contains("3,IMPLAUSIBLE", "4,UNKNOWN_SUBJECT", "5,NOT_A_NUMBER", "很多")
                .doesNotContain("2026-03-01");
    }
}
