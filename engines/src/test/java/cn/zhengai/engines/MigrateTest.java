package cn.zhengai.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.core.reading.Batch;
import cn.zhengai.server.migrate.Migration;
import cn.zhengai.server.migrate.Progress;
import cn.zhengai.server.migrate.Report;
import cn.zhengai.server.run.Role;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.run.Service;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Refusal;
import cn.zhengai.server.settings.Settings;
import cn.zhengai.testkit.time.SettableTime;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A college moves from one machine into the distributed run and back, on real engines; beside it stands one that never
 * moved. Before and after each move everything is explained alike, and what is taken in afterwards, late readings,
 * revisions and new rules too, gives the same answers.
 */
class MigrateTest {
    private static final int SEEDS = 200;
    private static final int PARTITIONS = 5;
    private static final int APPENDS = 30;

    @TempDir
    private Path home;

    private final SettableTime time = SettableTime.at("2026-11-26T00:00:00Z");
    private final ThousandLogs logs = new ThousandLogs(SEEDS);
    private int folders;

    @Test
    void upAndDownNothingIsLostAndNothingChanges() throws Exception {
        Path still = home.resolve("still");
        Path college = home.resolve("college");
        List<Batch> batches = logs.batches();
        int third = batches.size() / 3;
        logs.catalogue(college);
        Map<String, String> explained;
        Answers answers;
        try (Run run = open(college)) {
            append(run, batches.subList(0, third / 2));
            run.stores().inFolder().orElseThrow().settle();
            run.assessments().assess("2026");
            append(run, batches.subList(third / 2, third));
            answers = Answers.of(run);
            explained = Explanations.of(run);
        }
        copy(college, still);
        try (Engines engines = Engines.start(home.resolve("engines"), 1, PARTITIONS)) {
            Path instance = folder(engines);
            brokenOffAndRefused(college, engines);

            assertThat(migrate(college, instance).equal()).isTrue();

            assertThatThrownBy(() -> migrate(college, folder(engines))).isInstanceOf(Refusal.class);
            distributed(engines, instance, explained, answers, batches.subList(third, 2 * third));
            Answers stayed = further(still, batches.subList(third, 2 * third));
            Map<String, String> explainedThere;
            try (Run run = open(instance)) {
                same(Answers.of(run), stayed);
                explainedThere = Explanations.of(run);
            }
            Path back = home.resolve("back");
            time.advance(Duration.ofMinutes(1));

            assertThat(migrate(instance, back).equal()).isTrue();

            try (Run run = open(back)) {
                assertThat(Explanations.of(run)).isEqualTo(explainedThere);
                same(Answers.of(run), stayed);
            }
            List<Batch> rest = batches.subList(2 * third, batches.size());
            same(further(back, rest), further(still, rest));
        }
    }

    /** Stops when the ledger is to be copied; then nobody starts on what is there, until it is cleared. */
    private void brokenOffAndRefused(Path college, Engines engines) throws Exception {
        Path target = folder(engines);
        Progress stops = new Progress() {
            @Override
            public void begin(String step, long total) {
                if (step.contains("复制台账")) {
                    throw new IllegalStateException("broken off");
                }
            }

            @Override
            public void at(long done) {}

            @Override
            public void say(String sentence) {}
        };
        assertThatThrownBy(() -> new Migration(Map.of(), time, stops).run(college, target))
                .hasMessage("broken off");
        assertThatThrownBy(() -> open(target)).hasMessageContaining("还没有完成");
        assertThatThrownBy(() -> migrate(college, target))
                .hasMessageContaining("上一次迁移没有完成")
                .hasMessageContaining("Kafka")
                .hasMessageContaining("InfluxDB")
                .hasMessageContaining("PostgreSQL");
        clear(engines);
    }

    private static void clear(Engines engines) throws Exception {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, engines.cluster().bootstrap()))) {
            admin.deleteTopics(admin.listTopics().names().get()).all().get();
        }
        try (Connection connection = engines.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE");
            statement.execute("CREATE SCHEMA public");
        }
        URI drop = engines.influx()
                .engine()
                .resolve("/query?q=" + URLEncoder.encode("DROP DATABASE " + Engines.BUCKET, StandardCharsets.UTF_8));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(drop)
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        engines.influx().create(Engines.BUCKET);
    }

    /** The same as before, then more of the world with two workers, and new rules. */
    private void distributed(
            Engines engines, Path instance, Map<String, String> explained, Answers answers, List<Batch> more)
            throws IOException {
        try (Run collector = open(instance)) {
            assertThat(Explanations.of(collector)).isEqualTo(explained);
            assertThat(Answers.of(collector)).isEqualTo(answers);
        }
        stricter(instance);
        try (Run collector = open(instance)) {
            List<Service> workers = List.of(worker(engines), worker(engines));
            append(collector, more);
            workers.forEach(Service::close);
        }
    }

    private static void same(Answers found, Answers expected) {
        assertThat(found.readings()).isEqualTo(expected.readings());
        assertThat(found.facts()).isEqualTo(expected.facts());
        assertThat(found).isEqualTo(expected);
    }

    private Answers further(Path data, List<Batch> more) throws IOException {
        stricter(data);
        try (Run run = open(data)) {
            append(run, more);
            return Answers.of(run);
        }
    }

    /** Once for a folder. */
    private static void stricter(Path data) throws IOException {
        Path points = data.resolve("catalogue/points/course.yaml");
        Files.writeString(
                points,
                Files.readString(points)
                        .replace("warning: 85, calm: 2", "warning: 90, calm: 1")
                        .replace("warning: 95, hold: P2D", "warning: 93, hold: 1"));
    }

    private static void append(Run run, List<Batch> batches) {
        int size = batches.size() / APPENDS + 1;
        for (int from = 0; from < batches.size(); from += size) {
            run.stores().readings().log().append(batches.subList(from, Math.min(batches.size(), from + size)));
        }
        run.evaluateAll();
    }

    private Report migrate(Path from, Path to) {
        Report report = new Migration(Map.of(), time, Progress.NONE).run(from, to);
        assertThat(report.text()).as("differs").noneMatch(line -> line.contains("不一致"));
        return report;
    }

    private Service worker(Engines engines) {
        return Service.start(open(folder(engines)), Set.of(Role.RECORDER, Role.WARNER));
    }

    private Path folder(Engines engines) {
        Path data = home.resolve("instance-" + folders++);
        engines.settings(data, 0);
        return data;
    }

    private Run open(Path data) {
        DataFolder folder = DataFolder.open(data);
        try {
            return Run.open(folder, Settings.read(folder.settings(), Map.of()), time);
        } catch (RuntimeException refused) {
            folder.close();
            throw refused;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
