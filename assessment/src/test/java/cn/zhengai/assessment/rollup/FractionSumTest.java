package cn.zhengai.assessment.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.measure.Fraction;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FractionSumTest {

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sameAsOneAfterTheOther(long seed) {
        Random random = new Random(seed);
        FractionSum sum = new FractionSum();
        Fraction expected = Fraction.ZERO;
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            Fraction next = Fraction.of(random.nextInt(2001) - 1000, 1 + random.nextInt(30));
            sum.add(next);
            expected = expected.plus(next);
        }

        assertThat(sum.total()).isEqualTo(expected);
        assertThat(sum.count()).isEqualTo(count);
    }

    @Test
    void nothingIsZero() {
        assertThat(new FractionSum().total()).isEqualTo(Fraction.ZERO);
    }

    @Test
    void thousandsOfDenominatorsStayExact() {
        FractionSum sum = new FractionSum();
        for (int k = 1; k <= 5000; k++) {
            sum.add(Fraction.of(1, (long) k * (k + 1)));
        }

        assertThat(sum.total()).as("telescoping: 1 - 1/5001").isEqualTo(Fraction.of(5000, 5001));
    }
}
