package cn.zhengai.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreeLinesTest {
    private static ThreeLines lines(String target, String standard, String warning, Direction direction) {
        return new ThreeLines(
                Condition.parse(target, direction.wanted()),
                Condition.parse(standard, direction.wanted()),
                Condition.parse(warning, direction.warning()));
    }

    private static Band band(ThreeLines lines, String value) {
        return lines.band(Micros.position(Micros.parse(value), false));
    }

    @ParameterizedTest
    @CsvSource({
        "98, 95, 90, HIGHER_IS_BETTER, 98, ON_TARGET",
        "98, 95, 90, HIGHER_IS_BETTER, 97.999999, ON_STANDARD",
        "98, 95, 90, HIGHER_IS_BETTER, 95, ON_STANDARD",
        "98, 95, 90, HIGHER_IS_BETTER, 94.999999, BELOW_STANDARD",
        "98, 95, 90, HIGHER_IS_BETTER, 90, BELOW_STANDARD",
        "98, 95, 90, HIGHER_IS_BETTER, 89.999999, IN_WARNING",
        "<= 14, <= 15, > 16, LOWER_IS_BETTER, 14, ON_TARGET",
        "14, 15, 16, LOWER_IS_BETTER, 15.5, BELOW_STANDARD",
        "14, 15, 16, LOWER_IS_BETTER, 16.000001, IN_WARNING",
        "14..16, 13..17, outside 12..18, WITHIN, 12, BELOW_STANDARD",
        "14..16, 13..17, outside 12..18, WITHIN, 11.999999, IN_WARNING",
        "14..16, 13..17, outside 12..18, WITHIN, 18.000001, IN_WARNING",
        "= 0, = 0, >= 1, LOWER_IS_BETTER, 0, ON_TARGET",
        "= 0, = 0, >= 1, LOWER_IS_BETTER, 1, IN_WARNING",
    })
    void bandIsTheFirstThatHolds(String t, String s, String w, Direction direction, String value, Band expected) {
        assertThat(band(lines(t, s, w, direction), value)).isEqualTo(expected);
    }

    @Test
    void aRatioJustBelowALineIsBelowIt() {
        ThreeLines lines = lines("98", "95", "90", Direction.HIGHER_IS_BETTER);
        assertThat(lines.band(Micros.ratioPosition(899_999_999, 1_000_000_000, 100)))
                .isEqualTo(Band.IN_WARNING);
        assertThat(lines.band(Micros.ratioPosition(9, 10, 100))).isEqualTo(Band.BELOW_STANDARD);
    }

    @Test
    void contradictionsComeWithAValueThatShowsThem() {
        assertThatThrownBy(() -> lines("98", "95", "< 96", Direction.HIGHER_IS_BETTER))
                .isInstanceOfSatisfying(ThreeLines.Contradiction.class, c -> {
                    assertThat(c.why()).isEqualTo(ThreeLines.Contradiction.Why.WARNING_AND_STANDARD);
                    assertThat(c.witness()).isEqualTo("95");
                });
        assertThatThrownBy(() -> lines("90", "95", "< 80", Direction.HIGHER_IS_BETTER))
                .isInstanceOfSatisfying(ThreeLines.Contradiction.class, c -> {
                    assertThat(c.why()).isEqualTo(ThreeLines.Contradiction.Why.TARGET_NOT_STANDARD);
                    assertThat(c.witness()).isEqualTo("90");
                });
        assertThatThrownBy(() -> lines("98", "> 90", "<= 90.000001", Direction.HIGHER_IS_BETTER))
                .isInstanceOfSatisfying(
                        ThreeLines.Contradiction.class,
                        c -> assertThat(c.witness()).isEqualTo("90.000001"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aWitnessIsInBothAndNoneMeansDisjoint(long seed) {
        Random random = new Random(seed);
        String[] signs = {">=", "<=", ">", "<", "="};
        for (int i = 0; i < 5_000; i++) {
            Condition a = random(random, signs);
            Condition b = random(random, signs);
            var overlap = a.overlap(b);
            overlap.ifPresent(p -> assertThat(a.holds(p) && b.holds(p)).isTrue());
            var outside = a.outside(b);
            outside.ifPresent(p -> assertThat(a.holds(p) && !b.holds(p)).isTrue());
            for (long p = -24; p <= 24; p++) {
                long position = p * Micros.ONE / 2;
                assertThat(a.holds(position) && b.holds(position) && overlap.isEmpty())
                        .isFalse();
                assertThat(a.holds(position) && !b.holds(position) && outside.isEmpty())
                        .isFalse();
            }
        }
    }

    private static Condition random(Random random, String[] signs) {
        int low = random.nextInt(11) - 5;
        return switch (random.nextInt(4)) {
            case 0 -> Condition.parse(low + ".." + (low + random.nextInt(3)), "=");
            case 1 -> Condition.parse("outside " + low + ".." + (low + random.nextInt(3)), "=");
            default -> Condition.parse(signs[random.nextInt(signs.length)] + " " + low, "=");
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ">> 5", "5..", "6..5", "abc", ">= 0.0000001", "= 1 2"})
    void refusesWhatIsNoCondition(String text) {
        assertThatThrownBy(() -> Condition.parse(text, ">=")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({">= 98, 98", "> 98, 98", "<= 14, 14", "< 14, 14", "= 0, 0", "14..16, 14", "outside 12..18, 12"})
    void figureIsTheNumberOfTheLine(String text, String figure) {
        assertThat(Micros.text(Condition.parse(text, ">=").figure())).isEqualTo(figure);
    }

    @ParameterizedTest
    @CsvSource({
        ">= 98, 98",
        "> 6, 6",
        "<= 14, 14",
        "< -3, -3",
        "> -3, -3",
        "= 0, 0",
        "14..16, 14 16",
        "outside 12..18, 12 18"
    })
    void figuresAreTheNumbersAsWritten(String text, String figures) {
        assertThat(String.join(
                        " ",
                        Condition.parse(text, ">=").figures().stream()
                                .map(Micros::text)
                                .toList()))
                .isEqualTo(figures);
    }
}
