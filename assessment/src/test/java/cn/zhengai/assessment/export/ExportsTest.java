package cn.zhengai.assessment.export;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.assessment.breakdown.AssessmentJson;
import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.breakdown.DepartmentAssessment;
import cn.zhengai.assessment.breakdown.GoalResult;
import cn.zhengai.assessment.grade.Grade;
import cn.zhengai.assessment.grade.Shown;
import cn.zhengai.assessment.raw.RawCollege;
import cn.zhengai.assessment.raw.RealCollege;
import cn.zhengai.assessment.raw.SeededCollege;
import cn.zhengai.assessment.scoring.CollegeScoring;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.measure.Fraction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExportsTest {

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static CollegeAssessment assess(long seed) {
        RawCollege raw = SeededCollege.of(seed);
        Catalogue catalogue = RealCollege.catalogue(raw);
        Instant asOf = Instant.parse("2027-01-10T16:30:00Z");
        return new CollegeScoring(catalogue, RealCollege.store(raw))
                .assess(catalogue.cycle(RawCollege.CYCLE).orElseThrow(), asOf, asOf);
    }

    private static byte[] export(CollegeAssessment assessment, Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Exports.write(assessment, format, out);
        return out.toByteArray();
    }

    private static List<Row> sheet(byte[] xlsx, String name) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            return workbook.findSheet(name).orElseThrow().read();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theWorkbookSaysWhatTheResultSays(long seed) throws IOException {
        CollegeAssessment assessment = assess(seed);
        byte[] xlsx = export(assessment, Format.XLSX);

        List<Row> grades = sheet(xlsx, "考核结果");
        assertThat(grades).hasSize(1 + assessment.departments().size());
        for (int i = 0; i < assessment.departments().size(); i++) {
            DepartmentAssessment expected = assessment.departments().get(i);
            Row row = grades.get(i + 1);
            assertThat(row.getCellText(0)).isEqualTo(expected.name());
            assertThat(row.getCellAsNumber(1))
                    .usingValueComparator(BigDecimal::compareTo)
                    .isEqualTo(expected.achievement().map(a -> new BigDecimal(Shown.percent(a))));
            assertThat(row.getCellText(2))
                    .isEqualTo(expected.grade().map(Grade::chinese).orElse("未评"));
            assertThat(row.getCellText(3))
                    .isEqualTo(expected.achievement().map(Fraction::toString).orElse(""));
        }
        List<GoalResult> goals = Stream.concat(assessment.departments().stream(), assessment.otherUnits().stream())
                .flatMap(u -> u.goals().stream())
                .toList();
        List<Row> rows = sheet(xlsx, "目标明细");
        assertThat(rows).hasSize(1 + goals.size());
        for (int i = 0; i < goals.size(); i++) {
            assertThat(rows.get(i + 1).getCellText(1)).isEqualTo(goals.get(i).name());
            assertThat(rows.get(i + 1).getCellText(9))
                    .isEqualTo(
                            goals.get(i).achievement().map(Fraction::toString).orElse(""));
            assertThat(rows.get(i + 1).getCellText(12)).isEqualTo(goals.get(i).formula());
        }
        long subjects = goals.stream()
                .flatMap(g -> g.measured().stream())
                .mapToLong(m -> m.subjects().size())
                .sum();
        assertThat(sheet(xlsx, "主体明细")).hasSize((int) (1 + subjects));
        assertThat(sheet(xlsx, "说明").get(3).getCellText(1)).isEqualTo("周期已结束");
        assertThat(sheet(xlsx, "说明").get(4).getCellText(1)).isEqualTo("2027-01-11 00:30:00");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theListOfGradesSaysWhatTheResultSays(long seed) throws IOException {
        CollegeAssessment assessment = assess(seed);

        List<List<String>> lines = csv(new String(export(assessment, Format.CSV), StandardCharsets.UTF_8));

        assertThat(lines.get(0)).isEqualTo(GradeList.HEADER);
        assertThat(lines).hasSize(1 + assessment.departments().size());
        for (int i = 0; i < assessment.departments().size(); i++) {
            DepartmentAssessment expected = assessment.departments().get(i);
            List<String> line = lines.get(i + 1);
            assertThat(line).hasSize(GradeList.HEADER.size());
            assertThat(line.get(1)).isEqualTo(expected.unit());
            Optional<Fraction> exact = line.get(4).isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Fraction(new BigInteger(line.get(4)), new BigInteger(line.get(5))));
            assertThat(exact).isEqualTo(expected.achievement());
            assertThat(line.get(3)).isEqualTo(exact.map(Shown::percent).orElse(""));
            assertThat(line.get(6))
                    .isEqualTo(expected.grade().map(Grade::chinese).orElse("未评"));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void jsonIsTheWholeResult(long seed) throws IOException {
        CollegeAssessment assessment = assess(seed);

        assertThat(AssessmentJson.parse(new String(export(assessment, Format.JSON), StandardCharsets.UTF_8)))
                .isEqualTo(assessment);
    }

    @Test
    void theGradesOfARunningCycleSaySo() throws IOException {
        CollegeAssessment over = named("教务处");
        Instant november = Instant.parse("2026-11-25T17:00:00Z");
        CollegeAssessment running = new CollegeAssessment(
                over.college(),
                over.cycle(),
                over.zone(),
                november,
                over.knowledge(),
                november,
                over.catalogueDigest(),
                over.version(),
                over.digest(),
                over.departments(),
                over.otherUnits());
        assertThat(over.running()).isEmpty();
        assertThat(running.running()).hasValue(LocalDate.of(2026, 11, 26));
        assertThat(running.sealed().digest())
                .as("when is left out")
                .isEqualTo(over.sealed().digest());

        String said = "进行中（截至 2026-11-26）";
        assertThat(csv(new String(export(running, Format.CSV), StandardCharsets.UTF_8))
                        .get(1)
                        .get(10))
                .isEqualTo(said);
        Row row = sheet(export(running, Format.XLSX), "考核结果").get(1);
        assertThat(row.getCellText(2)).isEqualTo("基本达标（进行中）");
        assertThat(row.getCellText(8)).isEqualTo(said);
        String json = new String(export(running, Format.JSON), StandardCharsets.UTF_8);
        assertThat(json).contains("\"running\":\"2026-11-26\"");
        assertThat(new String(export(over, Format.JSON), StandardCharsets.UTF_8))
                .contains("\"running\":null");
        assertThat(AssessmentJson.parse(json)).isEqualTo(running);
    }

    @Test
    void namesThatLookLikeFormulasStayNames() throws IOException {
        for (String name : List.of("=1+1", "+86", "-2+3", "@SUM(A1)", "\t=1", "一部,\"二\"\n部", "a\u0007b")) {
            CollegeAssessment assessment = named(name);

            Row row = sheet(export(assessment, Format.XLSX), "考核结果").get(1);
            assertThat(row.getCell(0).getType()).as(name).isEqualTo(CellType.STRING);
            assertThat(row.getCell(0).getFormula()).as(name).isNull();
            assertThat(row.getCellText(0)).isEqualTo(name.replace("\u0007", ""));

            String cell = csv(new String(export(assessment, Format.CSV), StandardCharsets.UTF_8))
                    .get(1)
                    .get(2);
            assertThat(cell).isEqualTo("=+-@\t".indexOf(name.charAt(0)) >= 0 ? "'" + name : name);
        }
    }

    private static CollegeAssessment named(String name) {
        CollegeAssessment any = assess(1);
        DepartmentAssessment department = new DepartmentAssessment(
                "d",
                name,
                OrgUnit.Kind.DEPARTMENT,
                Optional.of(Fraction.of(179_999, 2000)),
                Optional.empty(),
                Optional.of(Grade.BASICALLY_MET),
                "",
                List.of());
        return new CollegeAssessment(
                any.college(),
                any.cycle(),
                any.zone(),
                any.asOf(),
                any.knowledge(),
                any.computedAt(),
                any.catalogueDigest(),
                any.version(),
                any.digest(),
                List.of(department),
                List.of());
    }

    @Test
    void cutAndNotRoundedAndReadableByExcel() throws IOException {
        byte[] csv = export(named("教务处"), Format.CSV);

        assertThat(csv).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(csv, StandardCharsets.UTF_8)).contains(",教务处,89.99,179999,2000,基本达标,");
        assertThat(sheet(export(named("教务处"), Format.XLSX), "考核结果").get(1).getCellText(1))
                .isEqualTo("89.99");
    }

    @Test
    void aFullSheetSaysWhatIsMissingAndALongCellIsCut() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            SheetWriter sheet = new SheetWriter(workbook, "满", List.of(new SheetWriter.Column("名称", 10)), 4);
            for (int i = 0; i < 5; i++) {
                sheet.add(List.of(Optional.of(i == 0 ? "长".repeat(40_000) : "第 " + i + " 行")));
            }
            sheet.finish();
        }

        List<Row> rows = sheet(out.toByteArray(), "满");

        assertThat(rows).hasSize(4);
        assertThat(rows.get(1).getCellText(0)).hasSize(32_767).endsWith("请导出 JSON）");
        assertThat(rows.get(2).getCellText(0)).isEqualTo("第 1 行");
        assertThat(rows.get(3).getCellText(0)).contains("另有 3 行未列出");
    }

    /** RFC 4180 by the letter. */
    private static List<List<String>> csv(String text) {
        assertThat(text).startsWith("\uFEFF").endsWith("\r\n");
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"' && text.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    field.append(c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                line.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else if (c != '\r') {
                field.append(c);
            }
        }
        return lines;
    }
}
