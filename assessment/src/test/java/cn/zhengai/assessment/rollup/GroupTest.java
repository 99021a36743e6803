package cn.zhengai.assessment.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.assessment.raw.RawCollege;
import cn.zhengai.assessment.raw.RawCollege.RawLines;
import cn.zhengai.assessment.raw.RawCollege.RawPoint;
import cn.zhengai.assessment.raw.RealCollege;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.port.ReadingStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupTest {
    private static final LocalDate LAST_DAY = LocalDate.parse("2026-12-31");
    private final List<SubjectFigure> parts = new ArrayList<>();

    private static RawCollege three() {
        return new RawCollege()
                .unit("root", "", "COMMITTEE")
                .unit("d", "root", "DEPARTMENT")
                .subject("a", "COURSE", "d")
                .subject("b", "COURSE", "d")
                .subject("c", "COURSE", "d")
                .subject("s", "STUDENT", "d");
    }

    private GroupFigure roll(RawCollege raw, LocalDate day, Optional<Condition> wanted) {
        Catalogue catalogue = RealCollege.catalogue(raw);
        ControlPoint point = catalogue.point("p").orElseThrow();
        CycleFigures figures = CycleFigures.gather(
                RealCollege.store(raw),
                List.of(point),
                catalogue.cycle(RawCollege.CYCLE).orElseThrow(),
                RawCollege.ZONE,
                ReadingStore.NOW);
        return new Group(point, "d", new Members(catalogue).of(point, "d"))
                .rollUp(figures, catalogue.tree(), day, wanted, parts::add);
    }

    private GroupFigure roll(RawCollege raw) {
        return roll(raw, LAST_DAY, Optional.empty());
    }

    private static RawCollege plainReadings(String rollUp) {
        return three().point("p", rollUp, true, 90, 80, 70)
                .plain("p", "a", "2025-12-31", 1_000_000)
                .plain("p", "a", "2026-03-01", 60_000_000)
                .plain("p", "a", "2026-03-02", 90_500_000)
                .plain("p", "a", "2026-03-03", 85_000_000)
                .plain("p", "b", "2026-12-31", 70_000_001)
                .plain("p", "b", "2027-01-01", 99_000_000);
    }

    /** a reads 60, 90.5, 85 and b 70.000001 within the cycle, c nothing. */
    @ParameterizedTest
    @CsvSource({
        "LAST, 155000001/2000000, BELOW_STANDARD",
        "MEAN, 445500003/6000000, BELOW_STANDARD",
        "SUM, 305500001/1000000, ",
        "MIN, 60, IN_WARNING",
        "MAX, 90.5, ON_TARGET",
        "SHARE_MET, 100/3, "
    })
    void plainReadingsOfAGroup(String rollUp, String value, Band band) {
        GroupFigure figure = roll(plainReadings(rollUp));

        assertThat(figure.value()).contains(Fraction.parse(value));
        assertThat(figure.band()).isEqualTo(Optional.ofNullable(band));
        assertThat(figure.applicable()).isEqualTo(3);
        assertThat(figure.read()).isEqualTo(2);
        assertThat(parts).extracting(SubjectFigure::subject).containsExactly("a", "b", "c");
        assertThat(parts).extracting(SubjectFigure::count).containsExactly(3L, 1L, 0L);
    }

    @Test
    void ratioIsSumOverSumAndNeverAMeanOfPercentages() {
        GroupFigure figure = roll(three().point("p", "RATIO", true, 90, 80, 70)
                .ratio("p", "a", "2026-03-01", 1, 1)
                .ratio("p", "b", "2026-03-01", 60, 100)
                .ratio("p", "b", "2026-03-02", 20, 101));

        assertThat(figure.value()).contains(Fraction.of(100 * 81, 202));
        assertThat(figure.quotients()).isEqualTo(2);
        assertThat(parts.get(1).value()).contains(Fraction.of(100 * 80, 201));
        assertThat(figure.band()).contains(Band.IN_WARNING);
        assertThat(figure.bands()).isEqualTo(Map.of(Band.ON_TARGET, 1, Band.IN_WARNING, 1, Band.UNKNOWN, 1));
    }

    /** 40 of 100 and 1 of 50 is 41 of 150; the mean of the percentages would be 21. */
    @Test
    void lastOfQuotientsIsLastNumeratorsOverLastDenominators() {
        GroupFigure figure = roll(percent("LAST")
                .ratio("p", "a", "2026-03-01", 99, 100)
                .ratio("p", "a", "2026-03-02", 40, 100)
                .ratio("p", "b", "2026-03-01", 1, 50)
                .ratio("p", "c", "2027-01-01", 7, 7));

        assertThat(figure.value()).contains(Fraction.of(100 * 41, 150));
        assertThat(figure.knownOnly()).isEqualTo(figure.value());
        assertThat(figure.read()).isEqualTo(2);
        assertThat(figure.quotients()).isEqualTo(2);
        assertThat(figure.band()).contains(Band.IN_WARNING);
        assertThat(parts)
                .extracting(SubjectFigure::value)
                .containsExactly(Optional.of(Fraction.of(40)), Optional.of(Fraction.of(2)), Optional.empty());
    }

    /** 89 of 100 and 1 of 1 are 90 of 101, below 90; the mean 94.5 would be on target. */
    @Test
    void bandOfALastGroupIsThatOfTheSums() {
        GroupFigure figure =
                roll(percent("LAST").ratio("p", "a", "2026-03-01", 89, 100).ratio("p", "b", "2026-03-01", 1, 1));

        assertThat(figure.band()).contains(Band.ON_STANDARD);
    }

    @Test
    void oneLastQuotientIsItself() {
        GroupFigure figure = roll(percent("LAST").ratio("p", "a", "2026-03-01", 2, 3));

        assertThat(figure.value()).contains(Fraction.of(200, 3));
    }

    /** A denominator of exactly one is a denominator: 3/1 and 1/3 are 4/4, not their mean 5/3. */
    @Test
    void aDenominatorOfOneIsADenominator() {
        GroupFigure figure = roll(three().point("p", "LAST", true, 90, 80, 70)
                .ratio("p", "a", "2026-03-01", 3, 1)
                .ratio("p", "b", "2026-03-01", 1, 3));

        assertThat(figure.value()).contains(Fraction.ONE);
    }

    @Test
    void lastOfQuotientsAndPlainValuesIsTheMean() {
        GroupFigure figure = roll(three().point("p", "LAST", true, 90, 80, 70)
                .ratio("p", "a", "2026-03-01", 2, 3)
                .plain("p", "b", "2026-03-01", 500_000));

        assertThat(figure.value()).contains(Fraction.of(7, 12));
        assertThat(figure.quotients()).isEqualTo(1);
        assertThat(figure.top()).isZero();
        assertThat(figure.bottom()).isZero();
    }

    /** Only the last reading of a series counts, in its form too. */
    @Test
    void anEarlierPlainValueDoesNotMakeItAMean() {
        GroupFigure figure = roll(percent("LAST")
                .plain("p", "a", "2026-03-01", 50_000_000)
                .ratio("p", "a", "2026-03-02", 40, 100)
                .ratio("p", "b", "2026-03-01", 1, 50));

        assertThat(figure.value()).contains(Fraction.of(100 * 41, 150));
    }

    private static RawCollege percent(String rollUp) {
        RawCollege raw = three();
        raw.points.add(new RawPoint(
                "p",
                "COURSE",
                rollUp,
                true,
                100,
                Optional.empty(),
                List.of(new RawLines(LocalDate.parse("2020-01-01"), "ALL", "", 90_000_000, 80_000_000, 70_000_000))));
        return raw;
    }

    @Test
    void shareOfSubjectsGivesBothWaysWithTheUnreadListed() {
        GroupFigure figure = roll(three().subject("x", "COURSE", "d")
                .point("p", "SHARE_MET", true, 90, 80, 70)
                .plain("p", "a", "2026-03-01", 80_000_000)
                .plain("p", "b", "2026-03-01", 79_999_999)
                .plain("p", "x", "2026-03-01", 10_000_000)
                .plain("p", "x", "2026-03-02", 95_000_000));

        assertThat(figure.value()).contains(Fraction.of(50));
        assertThat(figure.knownOnly()).contains(Fraction.of(200, 3));
        assertThat(parts)
                .filteredOn(p -> p.value().isEmpty())
                .extracting(SubjectFigure::subject)
                .containsExactly("c");
    }

    @Test
    void oneSubjectAloneHasItsOwnBandForSumAndShare() {
        RawCollege one = new RawCollege().unit("d", "", "DEPARTMENT").subject("a", "COURSE", "d");
        one.point("p", "SHARE_MET", false, 2, 4, 6).plain("p", "a", "2026-03-01", 3_000_000);

        assertThat(roll(one).value()).contains(Fraction.HUNDRED);
        assertThat(roll(one).band()).contains(Band.ON_STANDARD);
    }

    @Test
    void nothingReadIsUnknown() {
        GroupFigure figure = roll(three().point("p", "MEAN", true, 90, 80, 70));

        assertThat(figure.value()).isEmpty();
        assertThat(figure.band()).contains(Band.UNKNOWN);
        assertThat(figure.unfit()).isZero();
    }

    @Test
    void readingsOfAnotherFormAreCountedAndLeftOut() {
        GroupFigure mean = roll(three().point("p", "MEAN", true, 90, 80, 70)
                .ratio("p", "a", "2026-03-01", 1, 2)
                .plain("p", "b", "2026-03-01", 50_000_000));
        assertThat(mean.value()).contains(Fraction.of(50));
        assertThat(mean.unfit()).isEqualTo(1);

        GroupFigure ratio = roll(three().point("p", "RATIO", true, 90, 80, 70)
                .plain("p", "a", "2026-03-01", 50_000_000)
                .ratio("p", "a", "2026-03-02", 1, 2));
        assertThat(ratio.value()).isEmpty();
        assertThat(ratio.unfit()).isEqualTo(1);
    }

    @Test
    void linesOfTheDayAndOfTheNarrowestScope() {
        RawCollege raw = three();
        raw.points.add(new RawPoint(
                "p",
                "COURSE",
                "LAST",
                true,
                1,
                Optional.empty(),
                List.of(
                        lines("2020-01-01", "ALL", "", 60),
                        lines("2026-09-01", "UNIT", "d", 70),
                        lines("2026-09-01", "SUBJECT", "b", 50))));
        raw.plain("p", "a", "2026-03-01", 65_000_000).plain("p", "b", "2026-03-01", 55_000_000);

        assertThat(roll(raw, LocalDate.parse("2026-08-31"), Optional.empty()).band())
                .contains(Band.ON_TARGET);
        assertThat(roll(raw, LocalDate.parse("2026-09-01"), Optional.empty()).band())
                .contains(Band.IN_WARNING);
        assertThat(parts)
                .extracting(SubjectFigure::band)
                .containsExactly(
                        Band.ON_TARGET, Band.IN_WARNING, Band.UNKNOWN, Band.IN_WARNING, Band.ON_TARGET, Band.UNKNOWN);
    }

    private static RawLines lines(String from, String scope, String id, long line) {
        long micros = line * 1_000_000;
        return new RawLines(LocalDate.parse(from), scope, id, micros, micros, micros);
    }

    @Test
    void whatIsWantedReplacesTheStandard() {
        GroupFigure figure = roll(plainReadings("LAST"), LAST_DAY, Optional.of(Condition.parse(">= 70.000001", ">=")));

        assertThat(figure.met()).isEqualTo(2);
    }

    @Test
    void sumsBeyondASingleValueStillHaveABand() {
        RawCollege raw = new RawCollege().unit("d", "", "DEPARTMENT").subject("a", "COURSE", "d");
        raw.point("p", "SUM", true, 90, 80, 70);
        for (int day = 1; day <= 9; day++) {
            raw.plain("p", "a", "2026-03-0" + day, 4_000_000_000_000_000_000L);
        }

        GroupFigure figure = roll(raw);

        assertThat(figure.value()).contains(Fraction.of(36_000_000_000_000L));
        assertThat(figure.band()).contains(Band.ON_TARGET);
    }
}
