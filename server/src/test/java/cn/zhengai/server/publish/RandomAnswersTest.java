package cn.zhengai.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.dashboards.answer.Answer;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.storage.influxdb.InfluxAccess;
import cn.zhengai.storage.results.ResultStore;
import cn.zhengai.testkit.influx.InfluxServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points and questions from a seed: what the store of an embedded run answers at all, it answers as InfluxDB does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomAnswersTest {
    private static final int QUESTIONS = 3_000;

    private InfluxServer server;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path temporary) {
        folder = temporary;
        server = InfluxServer.start(folder.resolve("influx"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 60", "2, 17, 200", "3, 5, 15"})
    void equalThoseOfInfluxDb(long seed, int names, int count) {
        String database = "random" + seed;
        server.create(database);
        Influx influx = new Influx(server.engine(), database);
        try (ResultStore results = new ResultStore(folder.resolve("results.tmp"))) {
            InfluxSink sink = new InfluxSink(InfluxAccess.of(server.url(), "any", "zhengai", database));
            List<Point> points = new RandomPoints(seed, names).some(count);
            for (int from = 0; from < points.size(); from += 50) {
                List<Point> batch = points.subList(from, Math.min(points.size(), from + 50));
                sink.write(batch);
                results.write(batch);
            }
            RandomQueries queries = new RandomQueries(seed);
            int answered = 0;
            for (int i = 0; i < QUESTIONS; i++) {
                String query = queries.next();
                Optional<List<Answer>> ours = ask(results, query);
                if (ours.isPresent()) {
                    SameAnswer.demand(query, influx.ask(query), ours.get());
                    answered += ours.get().isEmpty() ? 0 : 1;
                }
            }
            assertThat(answered).isGreaterThan(QUESTIONS / 3);
        }
    }

    private static Optional<List<Answer>> ask(ResultStore results, String query) {
        try {
            return Optional.of(results.ask(query));
        } catch (PortException refused) {
            assertThat(refused.trouble()).as(query).isEqualTo(Trouble.REFUSED);
            return Optional.empty();
        }
    }
}
