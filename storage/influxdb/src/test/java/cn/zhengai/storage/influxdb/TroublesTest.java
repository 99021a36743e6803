package cn.zhengai.storage.influxdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.ReadingWriter;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.influxdb.client.Connection;
import cn.zhengai.testkit.influx.Forwarder.Answer;
import cn.zhengai.testkit.influx.InfluxServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server or the way to it fails at, is said, once and by its name. */
class TroublesTest {
    @TempDir
    Path home;

    private InfluxServer server;
    private InfluxReadings readings;
    private Twins twins;

    @BeforeEach
    void begin() {
        server = InfluxServer.start(home);
        server.create("zhengai");
        readings = open(Servers.access(server.url(), "zhengai"));
        twins = new Twins(3).grow(3);
    }

    @AfterEach
    void end() {
        readings.close();
        server.close();
    }

    @Test
    void aServerThatIsNotThere() {
        server.kill();

        assertThat(trouble(() -> readings.store().known())).isEqualTo(Trouble.UNAVAILABLE);
        assertThat(trouble(this::fill)).isEqualTo(Trouble.UNAVAILABLE);
    }

    @Test
    void aServerThatDoesNotAnswer() {
        InfluxAccess impatient = Servers.access(server.url(), "zhengai").within(Duration.ofMillis(50));
        try (InfluxReadings hasty = open(impatient);
                Held held = new Held(server)) {
            assertThat(trouble(() -> hasty.store().known())).isEqualTo(Trouble.UNAVAILABLE);
            assertThat(held.calls()).isPositive();
        }
    }

    @Test
    void aTokenThatIsWrong() {
        server.forwarder().demand("another");

        assertThatThrownBy(() -> readings.store().known())
                .isInstanceOfSatisfying(
                        PortException.class,
                        refused -> assertThat(refused.trouble()).isEqualTo(Trouble.REFUSED))
                .hasMessageContaining("令牌");
        assertThat(trouble(this::fill)).isEqualTo(Trouble.REFUSED);
    }

    @Test
    void aDatabaseThatIsMissing() {
        try (InfluxReadings nowhere = open(Servers.access(server.url(), "nowhere"))) {
            assertThat(trouble(() -> nowhere.store().known())).isEqualTo(Trouble.REFUSED);
            ReadingWriter writer = nowhere.writer();
            assertThat(trouble(() -> writer.assigned(0))).isEqualTo(Trouble.REFUSED);
        }
    }

    /** Its status is 200. */
    @Test
    void aStatementThatFails() {
        fill();
        answering("{\"results\":[{\"statement_id\":0,\"error\":\"timeout\"}]}\n");

        assertThat(trouble(() -> readings.store().known())).isEqualTo(Trouble.UNAVAILABLE);
    }

    /** A sum of half an answer is no sum. */
    @Test
    void anAnswerThatIsCutShort() {
        String head = "{\"results\":[{\"statement_id\":0,\"series\":[{\"name\":\"recorded\",\"tags\":{\"part\":\"0\"},"
                + "\"columns\":[\"time\",\"last\"],\"values\":[[1,1]]}]";
        answering(head + ",\"partial\":true}]}\n");
        assertThat(trouble(() -> readings.store().known())).isEqualTo(Trouble.UNAVAILABLE);
        answering(head);
        assertThat(trouble(() -> readings.store().known())).isEqualTo(Trouble.UNAVAILABLE);
        answering("");
        assertThat(trouble(() -> readings.store().known())).isEqualTo(Trouble.UNAVAILABLE);
    }

    /** The engine writes the others and refuses one. */
    @Test
    void aPointThatIsRefused() {
        try (Connection connection = Servers.access(server.url(), "zhengai").connect()) {
            connection.write("recorded,part=9 seq=0.5 1");
        }

        assertThatThrownBy(this::fill)
                .isInstanceOfSatisfying(
                        PortException.class,
                        refused -> assertThat(refused.trouble()).isEqualTo(Trouble.REFUSED))
                .hasMessageContaining("partial write");
        assertThat(readings.store().known().through(0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "1 ",
                "1 2",
                "1 0 no",
                "x 2 1 0 1772409600 0 0 1 2 bjw",
                "1 2:3 1 0 1772409600 0 0 1 2 bjw",
                "1 2 3000000000 0 1772409600 0 0 1 2 bjw",
                "1 2 1 0 1772409600 0 0 1 2 b",
                "1 2 1 0 1772409600 0 0 -1 2 bjw",
                "1 2 1 0 99999999999999999 0 0 1 2 bjw"
            })
    void whatIsCorruptIsSaid(String logged) {
        fill();
        try (Connection connection = Servers.access(server.url(), "zhengai").connect()) {
            connection.write("reading,part=0,point=plain-0,subject=x logged=\"" + logged + "\" 1000000");
        }

        assertThat(trouble(() -> readings.store().summarise(Set.of("plain-0"), 0, 2, ReadingStore.NOW, sum -> {})))
                .isEqualTo(Trouble.CORRUPT);
    }

    @Test
    void whatIsNotWrittenInTimeIsNotAnsweredInPart() {
        Knowledge end = twins.log().end();
        fill();
        Knowledge beyond = Knowledge.in(1, end.through(1) + 1);

        assertThat(readings.store().history(List.of(Series.named("plain-0", "subject-1")), end))
                .isNotNull();
        assertThatThrownBy(() -> readings.store().history(List.of(Series.named("plain-0", "subject-1")), beyond))
                .isInstanceOfSatisfying(
                        PortException.class, late -> assertThat(late.trouble()).isEqualTo(Trouble.UNAVAILABLE))
                .hasMessageContaining("还没有写到");
        assertThat(trouble(() -> readings.store().newest(beyond, (series, at) -> {})))
                .isEqualTo(Trouble.UNAVAILABLE);
    }

    @Test
    void theTokenIsNotShown() {
        assertThat(InfluxAccess.of(server.url(), "geheim", "college", "zhengai").toString())
                .contains("zhengai")
                .doesNotContain("geheim");
    }

    private void answering(String text) {
        server.forwarder().set(call -> call.writes() ? Optional.empty() : Optional.of(new Answer(200, text)));
    }

    private void fill() {
        ReadingWriter writer = readings.writer();
        for (int partition = 0; partition < Twins.TWO.partitions(); partition++) {
            writer.assigned(partition);
            twins.deliveries(partition, 0, 50).forEach(writer::write);
        }
    }

    private static InfluxReadings open(InfluxAccess access) {
        return InfluxReadings.open(access, new SeriesIndex(), Twins.TWO, Duration.ofMillis(100));
    }

    private static Trouble trouble(ThrowingCallable call) {
        PortException[] failed = new PortException[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(PortException.class, failure -> failed[0] = failure);
        return failed[0].trouble();
    }

    /** Calls are held back until it is closed. */
    private static final class Held implements AutoCloseable {
        private final CountDownLatch end = new CountDownLatch(1);
        private final AtomicInteger calls = new AtomicInteger();

        Held(InfluxServer server) {
            server.forwarder().set(call -> {
                calls.incrementAndGet();
                try {
                    end.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
                return Optional.empty();
            });
        }

        int calls() {
            return calls.get();
        }

        @Override
        public void close() {
            end.countDown();
        }
    }
}
