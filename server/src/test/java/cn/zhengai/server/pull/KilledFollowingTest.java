package cn.zhengai.server.pull;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.messaging.broker.ClusterPlan;
import cn.zhengai.messaging.broker.KraftBroker;
import cn.zhengai.server.life.ServeProcess;
import cn.zhengai.storage.duckdb.DuckDbReadings;
import cn.zhengai.storage.duckdb.Options;
import cn.zhengai.storage.jdbc.SqliteLedger;
import cn.zhengai.testkit.net.FreePorts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A topic of another system on a real broker, one record in twenty of it poison, and our whole process, {@code pull} or
 * {@code serve}, ended by SIGKILL again and again while it reads. Each record is one reading or one rejection in the end.
 */
class KilledFollowingTest {
    private static final int RECORDS = 60_000;
    private static final int POISON_ONE_IN = 20;
    private static final int KILLS = 8;
    private static final int PARTITIONS = 3;
    private static final int EPOCH = 1_700_000_000;
    private static final String TOPIC = "campus.scores";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path home;

    private final Random chance = new Random(20261126);

    @Test
    void eachRecordIsTakenOnceInTheEnd() throws Exception {
        ClusterPlan plan = ClusterPlan.of(1, home.resolve("broker"));
        Path data = home.resolve("data");
        try (KraftBroker broker = KraftBroker.start(plan, plan.nodes().get(0))) {
            assertThat(broker).isNotNull();
            Pulled.writeCollege(data.resolve("catalogue"));
            Files.writeString(data.resolve("catalogue/sources/labs.yaml"), source(plan.bootstrap()));
            create(plan.bootstrap());
            int killed = 0;
            for (int turn = 0; killed < KILLS; turn++) {
                if (turn < KILLS) {
                    write(plan.bootstrap(), turn * RECORDS / KILLS, (turn + 1) * RECORDS / KILLS);
                }
                assertThat(turn).as("processes that were done too early").isLessThan(5 * KILLS);
                killed += killedWhileReading(turn, data) ? 1 : 0;
            }
            readInPeace(data);
        }
        demandAll(data);
    }

    private static String source(String bootstrap) {
        return """
                sources:
                  - id: labs
                    name: 成绩主题
                    subject: "{payload.after.course}"
                    time: {column: payload.after.at, format: epoch-s}
                    measures: [{point: course.score, value: payload.after.value}]
                    kafka: {bootstrap: "%s", topic: %s, every: PT1S}
                """.formatted(bootstrap, TOPIC);
    }

    private static void create(String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void write(String bootstrap, int from, int until) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrap,
                "key.serializer", StringSerializer.class,
                "value.serializer", StringSerializer.class);
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings)) {
            for (int i = from; i < until; i++) {
                var unused = producer.send(new ProducerRecord<>(TOPIC, i % PARTITIONS, "k" + i, value(i)));
            }
        }
    }

    private static String value(int number) {
        return isPoison(number)
                ? "poison " + number
                : "{\"payload\":{\"after\":{\"course\":\"C%s\",\"at\":%s,\"value\":%s}}}"
                        .formatted(number % 20, EPOCH + number, 91 + number % 9);
    }

    private static boolean isPoison(int number) {
        return number % POISON_ONE_IN == 7;
    }

    /** Kills it at a random moment after the ledger knows how far it has read, or before; false when it was done by then. */
    private boolean killedWhileReading(int turn, Path data) throws Exception {
        boolean serve = turn % 3 == 2;
        Process process = start(serve, data);
        long moment = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1500 + chance.nextInt(serve ? 6000 : 3500));
        while (process.isAlive() && System.nanoTime() < moment) {
            LockSupport.parkNanos(moment - System.nanoTime());
        }
        process.destroyForcibly();
        int code = process.waitFor();
        assertThat(code).as(this::said).isIn(0, 10, 137);
        return code == 137;
    }

    private Process start(boolean serve, Path data) throws IOException {
        List<String> arguments = serve
                ? List.of("serve", "--data", data.toString(), "--port", Integer.toString(FreePorts.one()))
                : List.of("pull", "labs", "--data", data.toString());
        return ServeProcess.command(home.resolve("product.log"), arguments);
    }

    private void readInPeace(Path data) throws Exception {
        Process process = start(false, data);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(this::said)
                .isTrue();
        assertThat(process.exitValue()).as(this::said).isIn(0, 10);
    }

    private String said() {
        try {
            return Files.readString(home.resolve("product.log"), StandardCharsets.UTF_8);
        } catch (IOException none) {
            return none.toString();
        }
    }

    private static void demandAll(Path data) {
        Set<Integer> poison = IntStream.range(0, RECORDS)
                .filter(KilledFollowingTest::isPoison)
                .boxed()
                .collect(Collectors.toSet());
        SeriesIndex index = new SeriesIndex();
        Map<Integer, Integer> taken = new HashMap<>();
        try (DuckDbReadings readings = DuckDbReadings.open(data.resolve("readings.duckdb"), index, Options.standard());
                Ledger ledger = SqliteLedger.open(data.resolve("ledger.sqlite"))) {
            for (Logged logged : readings.store().history(index.since(0), ReadingStore.NOW)) {
                int number = Math.toIntExact(logged.reading().at() / 1000 - EPOCH);
                assertThat(taken.put(number, number)).as("taken twice").isNull();
            }
            assertThat(readings.store().counts().superseded()).isZero();
            assertThat(taken).hasSize(RECORDS - poison.size());
            Set<Integer> rejected = new HashSet<>();
            for (Intake.Kept kept : ledger.intake().find(Intake.Query.all(RECORDS))) {
                assertThat(rejected.add(Integer.valueOf(kept.rejection().raw().replace("poison ", ""))))
                        .as("rejected twice: %s", kept)
                        .isTrue();
            }
            assertThat(rejected).isEqualTo(poison);
        }
    }
}
