package cn.zhengai.assessment.grade;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.measure.Fraction;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GradeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 不达标, 0.00",
        "79.99, 不达标, 79.99",
        "79.999999999999999999999, 不达标, 79.99",
        "80, 基本达标, 80.00",
        "80.000000000000000000001, 基本达标, 80.00",
        "89.999, 基本达标, 89.99",
        "89.999999999999999999999, 基本达标, 89.99",
        "90, 达标, 90.00",
        "90.004, 达标, 90.00",
        "99.999999, 达标, 99.99",
        "100, 达标, 100.00"
    })
    void comparesTheUnroundedFigureAndShowsItCut(BigDecimal percent, String grade, String shown) {
        Fraction achievement = Fraction.of(percent);

        assertThat(Grade.of(achievement).chinese()).isEqualTo(grade);
        assertThat(Shown.percent(achievement)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"269/3, 基本达标, 89.66", "630000000000000001/7000000000000000, 达标, 90.00", "239/3, 不达标, 79.66"})
    void quotientsWithoutAFiniteDecimal(String exact, String grade, String shown) {
        assertThat(Grade.of(Fraction.parse(exact)).chinese()).isEqualTo(grade);
        assertThat(Shown.percent(Fraction.parse(exact))).isEqualTo(shown);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsShownNeverBelongsToABetterGrade(long seed) {
        Random random = new Random(seed);
        BigInteger bottom = new BigInteger(80, random).add(BigInteger.ONE);
        BigInteger edge = BigInteger.valueOf(random.nextBoolean() ? 80 : 90);
        BigInteger top = edge.multiply(bottom).add(BigInteger.valueOf(random.nextInt(3) - 1L));
        Fraction near = new Fraction(top, bottom);

        Fraction shown = Fraction.of(new BigDecimal(Shown.percent(near)));

        assertThat(shown).isLessThanOrEqualTo(near);
        assertThat(Grade.of(shown)).isLessThanOrEqualTo(Grade.of(near));
        boolean reached = top.compareTo(edge.multiply(bottom)) >= 0;
        assertThat(Grade.of(near))
                .isEqualTo(
                        edge.intValue() == 90
                                ? (reached ? Grade.MET : Grade.BASICALLY_MET)
                                : (reached ? Grade.BASICALLY_MET : Grade.NOT_MET));
    }

    @ParameterizedTest
    @CsvSource({
        "9421/100, 94.21",
        "94217/1000, 94.217",
        "200/3, 66.66…",
        "90, 90",
        "0, 0",
        "-7/2, -3.5",
        "1/10000000, 0.00…"
    })
    void sentencesMarkWhatWasCut(String exact, String shown) {
        assertThat(Shown.number(Fraction.parse(exact))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"94217/1000, 94.21", "90, 90", "100, 100", "1/1000, 0", "5/2, 2.5"})
    void briefHasNoTrailingZeros(String exact, String shown) {
        assertThat(Shown.brief(Fraction.parse(exact))).isEqualTo(shown);
    }
}
