package cn.zhengai.messaging.kafka.wire;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.reading.SeededReadings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that look nearly as we write them are read the same without a parser and with one. */
class BothWaysTest {
    private static final String[] BITS = {
        "0",
        "-",
        ".",
        "\"",
        "\\",
        "/",
        " ",
        "e1",
        "}",
        ",",
        "\"row\":7",
        ",\"point\":\"other\"",
        "é",
        "\u0001",
        "00",
        "null",
        ","
    };

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void readAlike(long seed) {
        Random random = new Random(seed);
        SeriesIndex index = new SeriesIndex();
        SeededReadings readings = new SeededReadings(seed, index);
        ValueWriter writer = new ValueWriter();
        RecordReader practised = new RecordReader(index, new EverythingGoes(), new Partitioning(1));
        for (int number = 0; number < 50; number++) {
            Batch batch = readings.batch(6);
            byte[] tail = writer.tail(batch.head());
            for (Reading reading : batch.readings()) {
                byte[] value = writer.value(reading, tail);
                assertThat(practised.read(Records.of(number, value))).isInstanceOf(Decoded.Sound.class);
                for (int i = 0; i < 10; i++) {
                    byte[] changed = changed(value, random);
                    assertThat(practised.read(Records.of(number, changed)))
                            .as(new String(changed, StandardCharsets.UTF_8))
                            .isEqualTo(new RecordReader(index, new EverythingGoes(), new Partitioning(1))
                                    .read(Records.of(number, changed)));
                }
            }
        }
    }

    /** One place of it left out, doubled, replaced or with something put in. */
    private static byte[] changed(byte[] value, Random random) {
        int at = random.nextInt(value.length);
        int until = Math.min(value.length, at + random.nextInt(4));
        byte[] put = random.nextInt(3) == 0
                ? Arrays.copyOfRange(value, at, Math.min(value.length, at + 3))
                : BITS[random.nextInt(BITS.length)].getBytes(StandardCharsets.UTF_8);
        byte[] changed = new byte[at + put.length + value.length - until];
        System.arraycopy(value, 0, changed, 0, at);
        System.arraycopy(put, 0, changed, at, put.length);
        System.arraycopy(value, until, changed, at + put.length, value.length - until);
        return changed;
    }

    private static final class EverythingGoes implements Admission {
        @Override
        public OptionalInt scale(String point) {
            return OptionalInt.of(100);
        }

        @Override
        public Optional<Reason> refusal(BatchHead head, Reading reading) {
            return Optional.empty();
        }
    }
}
