package cn.zhengai.collector.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.collector.SmallCollege;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.SeriesIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowMapperPropertiesTest {
    private static final Instant NOW = Instant.parse("2026-09-01T04:00:00Z");
    private static final List<String> POINTS = List.of(
            "course.attendance",
            "course.score",
            "course.hours",
            "course.leader",
            "course.common",
            "course.private",
            "x",
            " ");
    private static final List<String> SUBJECTS = List.of("math-1", "高数", "nursing-2", "t-001", "nobody", "\u3000", "");
    private static final List<String> TIMES =
            List.of("2026-09-01", "2026-08-31T12:00:00Z", "2027-01-01", "1990-01-01", "soon", "", "\u00a02026-09-01 ");
    private static final List<String> FIGURES = List.of(
            "0",
            "1",
            "96.5",
            "-1",
            "101",
            "96%",
            "1‰",
            "NaN",
            "-inf",
            "1e3",
            "0.1234567",
            "1e40",
            "是",
            "no",
            "abc",
            "",
            " 7 ");

    private final MappingPlan plan =
            new MappingPlan(SourceMapping.standard("lms", "lms"), SmallCollege.catalogue(), new SeriesIndex());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyRowIsOneReadingOrOneRejection(long seed) {
        Random random = new Random(seed);
        Heard heard = new Heard();
        RowMapper mapper = plan.mapper(NOW, heard);
        for (int i = 1; i <= 20_000; i++) {
            int before = heard.readings.size() + heard.rejected;
            mapper.map(row(i, cells(random)));
            assertThat(heard.readings.size() + heard.rejected - before).isEqualTo(1);
        }
        assertThat(heard.readings).isNotEmpty().allSatisfy(RowMapperPropertiesTest::holds);
        assertThat(heard.reasons).hasSizeGreaterThan(15);
    }

    private static void holds(Reading reading) {
        assertThat(reading.at()).isBetween(946_656_000_000L, NOW.toEpochMilli() + 600_000);
        if (reading.series().point().equals("course.score")) {
            assertThat(reading.position()).isBetween(0L, 200_000_000L);
        }
        assertThat(reading.isRatio())
                .isEqualTo(reading.series().point().equals("course.attendance")
                        || (reading.isRatio() && !reading.series().point().equals("course.hours")));
        assertThat(reading.series().subject()).isIn("math-1", "nursing-2");
    }

    private static Map<String, String> cells(Random random) {
        return Map.of(
                "point",
                pick(random, POINTS),
                "subject",
                pick(random, SUBJECTS),
                "at",
                pick(random, TIMES),
                "value",
                pick(random, FIGURES),
                "numerator",
                random.nextBoolean() ? "" : pick(random, FIGURES),
                "denominator",
                random.nextBoolean() ? "" : pick(random, FIGURES),
                "unit",
                random.nextInt(5) == 0 ? "%" : "",
                "revision",
                random.nextInt(5) == 0 ? pick(random, FIGURES) : "");
    }

    /** Good ones more often than each of the others. */
    private static String pick(Random random, List<String> texts) {
        return texts.get(random.nextBoolean() ? random.nextInt(2) : random.nextInt(texts.size()));
    }

    private Row row(int number, Map<String, String> cells) {
        return new MapRow(number, plan.columns(), cells);
    }

    @Test
    void severalMeasuresAreJudgedOneByOne() {
        SourceMapping sheet = SmallCollege.catalogue().sources().get("sheet");
        MappingPlan two = new MappingPlan(sheet, SmallCollege.catalogue(), new SeriesIndex());
        Heard heard = new Heard();
        RowMapper mapper = two.mapper(NOW, heard);
        Map<String, String> row = Map.of("课程", "math", "班", "1", "日期", "2026/9/1", "出勤", "9", "应到", "10");
        mapper.map(new MapRow(1, two.columns(), row));
        assertThat(heard.readings).hasSize(1);
        assertThat(heard.rejected).as("an empty optional cell").isZero();
        assertThat(heard.empties).as("but counted").isEqualTo(1);
        Map<String, String> both = new HashMap<>(row);
        both.put("成绩", "优");
        mapper.map(new MapRow(2, two.columns(), both));
        assertThat(heard.readings).hasSize(2);
        assertThat(heard.reasons).containsExactly(Reason.NOT_A_NUMBER);
        both.put("日期", "2026-9-1");
        mapper.map(new MapRow(3, two.columns(), both));
        assertThat(heard.rejected).as("the row as a whole").isEqualTo(2);
    }

    @Test
    void aTextThatSaysThereIsNoFigureIsAnEmptyCell() {
        SourceMapping seats = absent(Set.of("9999", "缓考"), true);
        assertThat(judged(seats, "", "12", "9999").empties).isEqualTo(1);
        assertThat(judged(seats, "缓考", "", "").empties).isEqualTo(1);
        assertThat(judged(seats, "缓考", "12", " 9999 ").empties).isEqualTo(1);
        assertThat(judged(seats, "", "12", "30").readings).hasSize(1);
        assertThat(judged(seats, "", "12", "9999.0").readings)
                .as("compared as written")
                .hasSize(1);
        assertThat(judged(seats, "缓考", "12", "30").readings)
                .as("the other form is still there")
                .hasSize(1);
        assertThat(judged(absent(Set.of("9999"), false), "", "12", "9999").reasons)
                .containsExactly(Reason.NO_VALUE);
        assertThat(judged(absent(Set.of(), true), "", "12", "9999").readings).hasSize(1);
    }

    private static SourceMapping absent(Set<String> texts, boolean optional) {
        SourceMapping standard = SourceMapping.standard("lms", "lms");
        SourceMapping.Measure measure = new SourceMapping.Measure(
                "course.attendance",
                Optional.of("value"),
                Optional.of("numerator"),
                Optional.of("denominator"),
                Optional.empty(),
                optional,
                texts);
        return new SourceMapping(
                standard.id(),
                standard.name(),
                standard.owner(),
                standard.points(),
                standard.history(),
                standard.decimals(),
                standard.subject(),
                standard.time(),
                List.of(measure),
                standard.revision(),
                standard.drop(),
                standard.pull());
    }

    private static Heard judged(SourceMapping mapping, String value, String numerator, String denominator) {
        MappingPlan compiled = new MappingPlan(mapping, SmallCollege.catalogue(), new SeriesIndex());
        Heard heard = new Heard();
        Map<String, String> cells = Map.of(
                "subject",
                "math-1",
                "at",
                "2026-09-01",
                "value",
                value,
                "numerator",
                numerator,
                "denominator",
                denominator);
        compiled.mapper(NOW, heard).map(new MapRow(1, compiled.columns(), cells));
        return heard;
    }

    @Test
    void yesAndNoAndSigns() {
        for (String yes : List.of("是", "yes", "YES", "True", "1")) {
            assertThat(value("course.leader", yes)).as(yes).isEqualTo(2_000_000);
        }
        for (String no : List.of("否", "No", "false", "0")) {
            assertThat(value("course.leader", no)).as(no).isZero();
        }
        assertThat(value("course.score", "96%")).isEqualTo(2 * 96_000_000);
        assertThat(value("course.score", "96.5 %")).isEqualTo(2 * 96_500_000);
    }

    @Test
    void aHeaderIsToldWhatItLacks() {
        assertThat(plan.missingIn(Set.of("point", "subject", "at", "value"))).isEmpty();
        assertThat(plan.missingIn(Set.of("point", "subject", "at", "numerator", "denominator")))
                .isEmpty();
        assertThat(plan.missingIn(Set.of("point", "numerator")))
                .containsExactly("subject", "at", "value / numerator + denominator");
    }

    private long value(String point, String text) {
        Heard heard = new Heard();
        Map<String, String> cells = Map.of("point", point, "subject", "math-1", "at", "2026-09-01", "value", text);
        plan.mapper(NOW, heard).map(row(1, cells));
        return heard.readings.get(0).position();
    }

    private static final class Heard implements Verdicts {
        private final List<Reading> readings = new ArrayList<>();
        private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        private int rejected;
        private int empties;

        @Override
        public void accepted(Reading reading, Optional<String> reason) {
            readings.add(reading);
        }

        @Override
        public void rejected(int row, Reason reason, String detail) {
            assertThat(detail).matches("(?s).*\\p{IsHan}.*。");
            reasons.add(reason);
            rejected++;
        }

        @Override
        public void empty(int row) {
            empties++;
        }
    }

    private record MapRow(int number, List<String> read, Map<String, String> cells) implements Row {
        @Override
        public @Nullable String cell(int slot) {
            return cells.get(read.get(slot));
        }

        @Override
        public long instant() {
            return NO_INSTANT;
        }

        @Override
        public String raw() {
            return cells.toString();
        }

        @Override
        public Map<String, String> columns() {
            return cells;
        }
    }
}
