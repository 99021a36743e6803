package cn.zhengai.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MicrosTest {
    @Test
    void textIsPlainAndWithoutTrailingZeros() {
        assertThat(Micros.text(Micros.parse("95.50"))).isEqualTo("95.5");
        assertThat(Micros.text(Micros.parse("1e3"))).isEqualTo("1000");
        assertThat(Micros.text(Micros.parse("-0.000001"))).isEqualTo("-0.000001");
        assertThat(Micros.text(0)).isEqualTo("0");
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> Micros.parse("0.0000001")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Micros.parse("4000000000000.000001")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Micros.ofWhole(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Micros.ratioPosition(1, 0, 100)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Micros.ratioPosition(Long.MAX_VALUE, 1, 100)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ratioPositionIsExactForSmallAndLargeNumbers(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long denominator = (random.nextLong() >>> 1 >>> random.nextInt(62)) + 1;
            long numerator = (long) (denominator * (random.nextDouble() * 4 - 2));
            int scale = new int[] {1, 100, 1000}[random.nextInt(3)];
            BigInteger product = BigInteger.valueOf(numerator).multiply(BigInteger.valueOf(scale * Micros.ONE));
            BigInteger[] parts = product.divideAndRemainder(BigInteger.valueOf(denominator));
            BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
            long expected = 2 * floor.longValueExact() + (parts[1].signum() != 0 ? 1 : 0);
            assertThat(Micros.ratioPosition(numerator, denominator, scale)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void positionsKeepTheOrderOfExactValues(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long n1 = random.nextInt(200);
            long d1 = random.nextInt(199) + 1L;
            long line = random.nextInt(200_000_000);
            Fraction exact = Fraction.of(n1, d1).times(Fraction.HUNDRED);
            int expected = Integer.signum(exact.compareTo(Fraction.ofMicros(line)));
            long position = Micros.ratioPosition(n1 * Micros.ONE, d1 * Micros.ONE, 100);
            assertThat(Long.signum(position - Micros.position(line, false))).isEqualTo(expected);
            assertThat(exact.position()).isEqualTo(position);
        }
    }

    @Test
    void cutNeverRoundsUp() {
        Fraction almost = new Fraction(new BigInteger("89999999999"), new BigInteger("1000000000"));
        assertThat(almost.cut(2)).isEqualTo(new BigDecimal("89.99"));
        assertThat(Fraction.of(2, 3).cut(4)).isEqualTo(new BigDecimal("0.6666"));
        assertThat(Fraction.parse(Fraction.of(2, 3).toString())).isEqualTo(Fraction.of(2, 3));
        assertThat(Fraction.of(-4, -6)).isEqualTo(Fraction.of(2, 3));
        assertThat(Fraction.parse("95.5")).isEqualTo(Fraction.of(191, 2));
    }
}
