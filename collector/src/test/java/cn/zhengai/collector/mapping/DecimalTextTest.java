package cn.zhengai.collector.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.measure.Micros;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0,0",
        "95.5,95500000",
        "-95.5,-95500000",
        "1e3,1000000000",
        "1E-6,1",
        ".5,500000",
        "5.,5000000",
        "+7,7000000",
        "0.000001,1",
        "0.1000000000,100000",
        "000123,123000000",
        "4000000000000,4000000000000000000",
        "-4000000000000,-4000000000000000000",
        "999999999999.999999,999999999999999999",
        "0e999999999,0",
        "0.30000000000000000000000000000000000000000000000,300000"
    })
    void numbers(String text, long micros) {
        assertThat(DecimalText.parse(text, DecimalText.EXACT)).isEqualTo(micros);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", ".", "-.", "1.2.3", "1,2", "0x10", "1e", "e5", "１", "٣", "1_000", "--1", "1-", "abc", "1f",
                "1 2"
            })
    void notNumbers(String text) {
        assertThat(DecimalText.parse(text, DecimalText.EXACT)).isEqualTo(DecimalText.NOT_A_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "nan", "-NaN", "inf", "Infinity", "-Infinity", "+Inf", "∞", "1.#INF"})
    void endless(String text) {
        assertThat(DecimalText.parse(text, DecimalText.EXACT)).isEqualTo(DecimalText.NOT_FINITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4000000000000.000001", "1e13", "-1e300", "1e999999999", "99999999999999999999999"})
    void tooLarge(String text) {
        assertThat(DecimalText.parse(text, DecimalText.EXACT)).isEqualTo(DecimalText.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0000001", "1e-7", "1e-999999999", "96.1234567", "0.12345678901234567890"})
    void tooFineUnlessDecimalsAreDeclared(String text) {
        assertThat(DecimalText.parse(text, DecimalText.EXACT)).isEqualTo(DecimalText.TOO_FINE);
        assertThat(DecimalText.parse(text, 6)).isGreaterThanOrEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({
        "2.5,0,2000000",
        "3.5,0,4000000",
        "-2.5,0,-2000000",
        "0.125,2,120000",
        "0.1234567,2,120000",
        "0.0000005,6,0",
        "0.0000015,6,2",
        "96.04,1,96000000",
        "1e-400,3,0",
        "7,0,7000000"
    })
    void roundsHalfEven(String text, int decimals, long micros) {
        assertThat(DecimalText.parse(text, decimals)).isEqualTo(micros);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void readsBackWhatIsShown(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long micros = random.nextLong(-Micros.MAX, Micros.MAX + 1) / (long) Math.pow(10, random.nextInt(19));
            assertThat(DecimalText.parse(Micros.text(micros), DecimalText.EXACT))
                    .isEqualTo(micros);
            assertThat(DecimalText.parse(BigDecimal.valueOf(micros, 6).toString(), DecimalText.EXACT))
                    .isEqualTo(micros);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void roundsAsBigDecimalDoes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal number = new BigDecimal(BigInteger.valueOf(random.nextLong()), 7 + random.nextInt(9));
            int decimals = random.nextInt(7);
            long expected = Micros.exactly(number.setScale(decimals, RoundingMode.HALF_EVEN));
            assertThat(DecimalText.parse(number.toPlainString(), decimals)).isEqualTo(expected);
        }
    }

    @Test
    void aTextOfMegabytesCostsNothing() {
        assertThat(DecimalText.parse("9".repeat(5_000_000), DecimalText.EXACT)).isEqualTo(DecimalText.NOT_A_NUMBER);
    }
}
