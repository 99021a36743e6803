package cn.zhengai.assessment.achievement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.core.measure.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AchievementTest {

    @ParameterizedTest
    @CsvSource({
        "9421/100, 95, 100, 9421/95",
        "95, 95, 100, 100",
        "98, 95, 100, 100",
        "98, 95, 120, 1960/19",
        "200, 95, 120, 120",
        "98, 95, 60, 60",
        "0, 95, 100, 0",
        "-3, 95, 100, 0",
        "2/3, 1, 100, 200/3"
    })
    void higherIsBetter(String actual, String target, String cap, String expected) {
        assertThat(RatioAchievement.higherIsBetter(parse(actual), parse(target), parse(cap)))
                .isEqualTo(parse(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 4, 100, 80",
        "4, 4, 100, 100",
        "3, 4, 100, 100",
        "3, 4, 120, 100",
        "0, 4, 100, 100",
        "-1, 4, 100, 100",
        "3, 4, 60, 60",
        "7, 4, 100, 400/7"
    })
    void lowerIsBetter(String actual, String target, String cap, String expected) {
        assertThat(RatioAchievement.lowerIsBetter(parse(actual), parse(target), parse(cap)))
                .isEqualTo(parse(expected));
    }

    @Test
    void sharesOfSubjectsAndTasks() {
        assertThat(ShareAchievement.of(2, 3)).isEqualTo(parse("200/3"));
        assertThat(ShareAchievement.of(0, 3)).isEqualTo(Fraction.ZERO);
        assertThat(ShareAchievement.of(3, 3)).isEqualTo(Fraction.HUNDRED);
        assertThatThrownBy(() -> ShareAchievement.of(4, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShareAchievement.of(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unknownIsNotZeroBySilence() {
        WeightedAchievement unit = WeightedAchievement.of(
                List.of(part("2", Optional.of("90")), part("1", Optional.of("75")), part("1", Optional.empty())));

        assertThat(unit.unknownAsZero()).contains(parse("255/4"));
        assertThat(unit.knownOnly()).contains(parse("85"));
    }

    @Test
    void withoutGoalsThereIsNoFigureAndWithoutKnownOnesItIsZero() {
        assertThat(WeightedAchievement.of(List.of()).unknownAsZero()).isEmpty();
        WeightedAchievement unknown = WeightedAchievement.of(List.of(part("1", Optional.empty())));
        assertThat(unknown.unknownAsZero()).contains(Fraction.ZERO);
        assertThat(unknown.knownOnly()).isEmpty();
    }

    @Test
    void neverAboveAHundredThoughCapsMayBe() {
        assertThat(WeightedAchievement.of(List.of(part("1", Optional.of("120")), part("1", Optional.of("95"))))
                        .unknownAsZero())
                .contains(Fraction.HUNDRED);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aBetterValueNeverLowersAchievement(long seed) {
        Random random = new Random(seed);
        Fraction worse = fraction(random);
        Fraction better = worse.plus(fraction(random).max(Fraction.ZERO));
        Fraction target = fraction(random).max(Fraction.of(1, 1000));
        Fraction cap = Fraction.of(1 + random.nextInt(150));

        assertThat(RatioAchievement.higherIsBetter(better, target, cap))
                .isGreaterThanOrEqualTo(RatioAchievement.higherIsBetter(worse, target, cap));
        assertThat(RatioAchievement.lowerIsBetter(worse, target, cap))
                .as("lower is better: %s against %s", worse, better)
                .isGreaterThanOrEqualTo(RatioAchievement.lowerIsBetter(better, target, cap));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void leavingUnknownGoalsOutNeverLowersAndBothStayWithinBounds(long seed) {
        Random random = new Random(seed);
        List<WeightedAchievement.Part> parts = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(6); i++) {
            parts.add(new WeightedAchievement.Part(
                    Fraction.of(1 + random.nextInt(9), 1 + random.nextInt(9)),
                    random.nextInt(4) == 0 ? Optional.empty() : Optional.of(Fraction.of(random.nextInt(1300), 10))));
        }

        WeightedAchievement unit = WeightedAchievement.of(parts);

        assertThat(unit.unknownAsZero().orElseThrow()).isBetween(Fraction.ZERO, Fraction.HUNDRED);
        unit.knownOnly()
                .ifPresent(known ->
                        assertThat(known).isBetween(unit.unknownAsZero().orElseThrow(), Fraction.HUNDRED));
    }

    private static Fraction fraction(Random random) {
        return Fraction.of(random.nextInt(2_000_000) - 200_000, 1 + random.nextInt(20_000));
    }

    private static Fraction parse(String text) {
        return Fraction.parse(text);
    }

    private static WeightedAchievement.Part part(String weight, Optional<String> achievement) {
        return new WeightedAchievement.Part(parse(weight), achievement.map(Fraction::parse));
    }
}
