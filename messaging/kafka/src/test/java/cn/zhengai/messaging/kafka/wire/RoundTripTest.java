package cn.zhengai.messaging.kafka.wire;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.messaging.kafka.schema.PublishedSchema;
import cn.zhengai.testkit.reading.SeededReadings;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read again to the last digit, and follows the schema that is published. */
class RoundTripTest {
    private static final String ALPHABET = "aZ9.-_ \"\\\b\n\u001f诊改é€𝄞";

    private final SeriesIndex index = new SeriesIndex();
    private final RecordReader reader = new RecordReader(index, new NobodyAsks(), new Partitioning(1));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void readingsOfAnySeedComeBack(long seed) {
        SeededReadings readings = new SeededReadings(seed, index);
        for (int number = 0; number < 200; number++) {
            Batch batch = readings.batch(20);
            for (Reading reading : batch.readings()) {
                demandSame(batch.head(), reading);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void anyNumberAndAnyTextComesBack(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            BatchHead head = new BatchHead(
                    text(random),
                    text(random),
                    Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                    random.nextBoolean());
            long micros = random.nextLong() % Micros.MAX >> random.nextInt(63);
            Reading reading = Reading.plain(
                    Series.named(text(random), text(random)),
                    random.nextLong() >> random.nextInt(63),
                    micros,
                    1 + random.nextInt(Integer.MAX_VALUE - 1));
            demandSame(head, reading.revised(random.nextLong() >>> 1 + random.nextInt(62)));
        }
    }

    @Test
    void theEndsComeBack() {
        BatchHead head = new BatchHead("b", "sis", Instant.EPOCH, false);
        Series series = Series.named("p", "s");
        for (long end : new long[] {0, 1, -1, Micros.MAX, -Micros.MAX, 999_999, -1_000_001, Micros.ONE * 10}) {
            demandSame(head, Reading.plain(series, end, end, 1));
        }
        demandSame(
                head, Reading.ratio(series, Long.MIN_VALUE, -2 * Micros.ONE, 3 * Micros.ONE, 1000, Integer.MAX_VALUE));
        demandSame(head, Reading.ratio(series, Long.MAX_VALUE, 1, Micros.MAX, 1, 1));
    }

    @Test
    void readingsOfOneBatchShareTheirHead() {
        BatchHead head = new BatchHead("b1", "sis", Instant.parse("2026-03-02T00:00:00.123456Z"), true);
        Series series = Series.named("p", "s");

        Logged first = read(Records.of(1, head, Reading.plain(series, 1, 1, 1)));
        Logged second = read(Records.of(2, head, Reading.plain(series, 2, 1, 2)));

        assertThat(second.head()).isEqualTo(head).isSameAs(first.head());
        assertThat(second.seq()).isEqualTo(3);
    }

    @Test
    void whatWeWriteFollowsThePublishedSchema() {
        Schema schema = schema();
        SeededReadings readings = new SeededReadings(5, index);
        ValueWriter writer = new ValueWriter();
        for (int number = 0; number < 100; number++) {
            Batch batch = readings.batch(5);
            for (Reading reading : batch.readings()) {
                String json = new String(writer.value(reading, writer.tail(batch.head())), StandardCharsets.UTF_8);
                assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
            }
        }
    }

    static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(PublishedSchema.READING.text(), InputFormat.JSON);
    }

    private void demandSame(BatchHead head, Reading reading) {
        Logged logged = read(Records.of(9, head, reading));
        assertThat(logged).isEqualTo(new Logged(10, head, reading));
    }

    private Logged read(org.apache.kafka.clients.consumer.ConsumerRecord<byte[], byte[]> record) {
        Decoded decoded = reader.read(record);
        assertThat(decoded)
                .as(new String(record.value(), StandardCharsets.UTF_8))
                .isInstanceOf(Decoded.Sound.class);
        return ((Decoded.Sound) decoded).logged();
    }

    private static String text(Random random) {
        int[] letters = ALPHABET.codePoints().toArray();
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    /** Our own readings were judged before. */
    private static final class NobodyAsks implements Admission {
        @Override
        public OptionalInt scale(String point) {
            throw new AssertionError("asked for " + point);
        }

        @Override
        public Optional<Reason> refusal(BatchHead head, Reading reading) {
            throw new AssertionError("asked about " + reading);
        }
    }
}
