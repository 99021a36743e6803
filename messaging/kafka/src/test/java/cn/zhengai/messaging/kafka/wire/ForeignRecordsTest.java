package cn.zhengai.messaging.kafka.wire;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import com.networknt.schema.InputFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others write: the least that suffices, what is filled in, and what is no reading. */
class ForeignRecordsTest {
    private static final String LEAST = "{'point':'employment','subject':'hlxy','at':1772409600000,'value':95.5}";

    private final SeriesIndex index = new SeriesIndex();
    private final RecordReader reader = new RecordReader(index, new SomeRules(), new Partitioning(1));

    @Test
    void theLeastSufficesAndTheRestIsFilledIn() {
        Logged logged = sound(LEAST);

        Reading expected = Reading.plain(index.of("employment", "hlxy"), 1_772_409_600_000L, 95_500_000, 1);
        assertThat(logged.reading()).isEqualTo(expected);
        assertThat(logged.reading().series().number()).isNotNegative();
        assertThat(logged.head())
                .isEqualTo(
                        new BatchHead("zhengai.readings-0@7", "kafka", Instant.ofEpochMilli(Records.TIMESTAMP), false));
    }

    @Test
    void aQuotientTakesTheScaleOfItsPoint() {
        Logged logged = sound(
                "{'point':'employment','subject':'hlxy','at':'2026-03-02T08:00:00+08:00','numerator':2,'denominator':3}");

        assertThat(logged.reading().position()).isEqualTo(Micros.ratioPosition(2_000_000, 3_000_000, 100));
        assertThat(logged.reading().at()).isEqualTo(1_772_409_600_000L);
    }

    @Test
    void whatTheySayOfSourceBatchAndRowCounts() {
        Logged logged = sound(
                "{'value':'1e1','at':1,'subject':'s','point':'p','source':'jw','batch':'b','row':3,'revision':4,'history':true,'more':{'x':[1,{}]},'unit':null}");

        assertThat(logged.head()).isEqualTo(new BatchHead("b", "jw", Instant.ofEpochMilli(Records.TIMESTAMP), true));
        assertThat(logged.reading())
                .isEqualTo(Reading.plain(index.of("p", "s"), 1, 10_000_000, 3).revised(4));
    }

    @Test
    void theirReasonCountsAsFarAsThereIsRoom() {
        String start = "{'value':1,'at':1,'subject':'s','point':'p','reason':'";

        assertThat(sound(start + "补考'}").head().reason()).contains("补考");
        assertThat(sound(start + " '}").head().reason()).isEmpty();
        assertThat(sound(start + "长".repeat(BatchHead.LONGEST_REASON + 1) + "'}")
                        .head()
                        .reason())
                .contains("长".repeat(BatchHead.LONGEST_REASON));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "UNREADABLE_ROW|nonsense",
                "UNREADABLE_ROW|[1]",
                "UNREADABLE_ROW|{'point':'p'",
                "UNREADABLE_ROW|{'point':'p','subject':'s','at':1,'value':1} {}",
                "UNREADABLE_ROW|{'point':7,'subject':'s','at':1,'value':1}",
                "UNREADABLE_ROW|{'point':'p/q','subject':'s','at':1,'value':1}",
                "UNREADABLE_ROW|{'point':'p','subject':'s','at':1,'value':1,'row':0}",
                "UNREADABLE_ROW|{'point':'p','subject':'s','at':1,'value':1,'history':1}",
                "UNREADABLE_ROW|{'point':'p','subject':'s','at':1,'value':1,'recordedAt':'yesterday'}",
                "NO_POINT|{'subject':'s','at':1,'value':1}",
                "NO_SUBJECT|{'point':'p','subject':' ','at':1,'value':1}",
                "NO_INSTANT|{'point':'p','subject':'s','value':1}",
                "NO_INSTANT|{'point':'p','subject':'s','at':null,'value':1}",
                "BAD_INSTANT|{'point':'p','subject':'s','at':1.5,'value':1}",
                "BAD_INSTANT|{'point':'p','subject':'s','at':'2026-03-02','value':1}",
                "BAD_INSTANT|{'point':'p','subject':'s','at':99999999999999999999,'value':1}",
                "BAD_INSTANT|{'point':'p','subject':'s','at':'+999999999-01-01T00:00:00Z','value':1}",
                "NO_VALUE|{'point':'p','subject':'s','at':1}",
                "NOT_A_NUMBER|{'point':'p','subject':'s','at':1,'value':'many'}",
                "NOT_A_NUMBER|{'point':'p','subject':'s','at':1,'value':true}",
                "TOO_FINE|{'point':'p','subject':'s','at':1,'value':0.1234567}",
                "TOO_FINE|{'point':'p','subject':'s','at':1,'value':1e-999999999}",
                "TOO_LARGE|{'point':'p','subject':'s','at':1,'value':1e999999999}",
                "TOO_LARGE|{'point':'p','subject':'s','at':1,'value':4000000000001}",
                "TOO_LARGE|{'point':'p','subject':'s','at':1,'numerator':4000000000000,'denominator':0.000001}",
                "NO_DENOMINATOR|{'point':'p','subject':'s','at':1,'numerator':1}",
                "BAD_DENOMINATOR|{'point':'p','subject':'s','at':1,'numerator':1,'denominator':0}",
                "BAD_REVISION|{'point':'p','subject':'s','at':1,'value':1,'revision':-1}",
                "BAD_REVISION|{'point':'p','subject':'s','at':1,'value':1,'revision':'2'}",
                "UNKNOWN_POINT|{'point':'none','subject':'s','at':1,'numerator':1,'denominator':2}",
                "UNKNOWN_SUBJECT|{'point':'p','subject':'nobody','at':1,'value':1}",
            })
    void whatIsNoReadingSaysWhy(Reason reason, String json) {
        Decoded.Poison poison = poison(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));

        assertThat(poison.reason()).as(poison.detail()).isEqualTo(reason);
        assertThat(poison.detail()).isNotBlank();
        assertThat(index.size()).as("series made for what is no reading").isZero();
    }

    @Test
    void noValueAndAHugeOneAreNoReadings() {
        assertThat(poison(new byte[70_000]).reason()).isEqualTo(Reason.ROW_TOO_LONG);
    }

    @Test
    void aRecordInAnotherPartitionThanItsSeriesIsNoReading() {
        Partitioning partitioning = new Partitioning(8);
        Series series = Series.named("employment", "hlxy");
        assertThat(partitioning.of(series)).isNotZero();

        Decoded decoded =
                new RecordReader(index, new SomeRules(), partitioning).read(Records.of(LEAST.replace('\'', '"')));

        assertThat(decoded).isInstanceOfSatisfying(Decoded.Poison.class, poison -> {
            assertThat(poison.reason()).isEqualTo(Reason.MISPLACED);
            assertThat(poison.detail()).contains("应在分区 " + partitioning.of(series));
        });
    }

    @Test
    void theSchemaTakesTheLeastAndRefusesLess() {
        var schema = RoundTripTest.schema();
        assertThat(schema.validate(LEAST.replace('\'', '"'), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate("{\"point\":\"p\",\"subject\":\"s\",\"at\":1}", InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate("{\"point\":\"p\",\"subject\":\"s\",\"at\":1,\"value\":\"x\"}", InputFormat.JSON))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void brokenBytesAreReadOrRejectedAndNothingElse(long seed) {
        Random random = new Random(seed);
        byte[] whole = LEAST.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 5000; i++) {
            byte[] broken = Arrays.copyOf(whole, 1 + random.nextInt(whole.length + 8));
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            assertThat(reader.read(Records.of(i, broken))).isNotNull();
        }
    }

    private Logged sound(String json) {
        Decoded decoded = reader.read(Records.of(json.replace('\'', '"')));
        assertThat(decoded).isInstanceOf(Decoded.Sound.class);
        return ((Decoded.Sound) decoded).logged();
    }

    private Decoded.Poison poison(byte[] value) {
        Decoded decoded = reader.read(Records.of(7, value));
        assertThat(decoded).isInstanceOf(Decoded.Poison.class);
        return (Decoded.Poison) decoded;
    }

    /** Everything is a percentage; there is no point {@code none} and no subject {@code nobody}. */
    private static final class SomeRules implements Admission {
        @Override
        public OptionalInt scale(String point) {
            return point.equals("none") ? OptionalInt.empty() : OptionalInt.of(100);
        }

        @Override
        public Optional<Reason> refusal(BatchHead head, Reading reading) {
            return reading.series().subject().equals("nobody") ? Optional.of(Reason.UNKNOWN_SUBJECT) : Optional.empty();
        }
    }
}
