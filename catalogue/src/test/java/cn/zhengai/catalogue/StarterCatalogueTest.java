package cn.zhengai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Finding;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.PortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StarterCatalogueTest {
    @TempDir
    Path folder;

    private Catalogue starter() {
        StarterCatalogue.unpackTo(folder);
        CatalogueReading reading = CatalogueFolder.read(folder);
        assertThat(reading.findings()).isEmpty();
        return reading.catalogue().orElseThrow();
    }

    @Test
    void isCleanUnderItsOwnLint() {
        Catalogue starter = starter();
        assertThat(starter.college()).isEqualTo("海棠职业学院");
        assertThat(starter.zone().getId()).isEqualTo("Asia/Shanghai");
        assertThat(starter.points()).hasSizeGreaterThanOrEqualTo(66);
        assertThat(starter.leadOffices()).containsOnlyKeys(Level.values());
        assertThat(starter.sources()).containsKeys("push", "telegraf", "drop");
        assertThat(starter.cycles()).containsKeys("2024", "2027", "2024-2025", "2026-spring");
        assertThat(starter.goals()).isEmpty();
    }

    @Test
    void everyPointHasAnOwnerAndBounds() {
        assertThat(starter().points().values()).allSatisfy(point -> {
            assertThat(point.owner()).isPresent();
            assertThat(point.plausible()).isPresent();
        });
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void weightsOfALevelAddUpToAHundred(Level level) {
        List<ControlPoint> watched =
                starter().pointsOf(level).stream().filter(ControlPoint::enabled).toList();
        assertThat(watched).hasSizeGreaterThanOrEqualTo(10);
        assertThat(watched.stream().mapToInt(p -> p.weight().cut(0).intValue()).sum())
                .isEqualTo(100);
    }

    @Test
    void knowsTheOfficesByEveryNameOfThePolicy() {
        Catalogue starter = starter();
        assertThat(Stream.of("质量监控与管理办公室", "质量监控办公室", "质量监控公室", "图档信息化处", "现代信息教育中心")
                        .map(name -> starter.tree().named(name).map(OrgUnit::id).orElse("?")))
                .containsExactly("zljk", "zljk", "zljk", "xdxx", "xdxx");
        assertThat(starter.tree().units()).hasSizeBetween(30, 40);
        assertThat(starter.tree().department("hl-zc").map(OrgUnit::name)).contains("护理学院");
    }

    @Test
    void subjectsAreTheSchoolAndItsDepartments() {
        Catalogue starter = starter();
        assertThat(starter.subjectsOf(Level.SCHOOL)).hasSize(20);
        assertThat(starter.subjects()).hasSize(20);
        ControlPoint wholeSchool = starter.points().get("school.student-teacher-ratio");
        assertThat(starter.subjectsOf(wholeSchool, "zlw")).extracting("id").containsExactly("school");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-04-27, true", "2025-05-02, false", "2025-10-08, false", "2025-10-11, true", "2026-02-18, false",
        "2026-05-09, true", "2026-06-19, false", "2026-10-10, true", "2026-10-07, false", "2026-11-26, true",
        "2027-06-09, false", "2027-07-20, false",
    })
    void theCalendarKnowsHolidaysAndMakeUpDays(LocalDate day, boolean school) {
        assertThat(starter().calendar().isSchoolDay(day)).isEqualTo(school);
    }

    @Test
    void sensitivePointsShipSwitchedOff() {
        assertThat(starter().points().values().stream()
                        .filter(p -> !p.enabled())
                        .map(ControlPoint::id))
                .containsExactlyInAnyOrder(
                        "student.dormitory-nights", "student.spending", "student.health", "student.loans");
    }

    @ParameterizedTest
    @CsvSource({
        "school.student-teacher-ratio, school, 14, ON_TARGET",
        "school.student-teacher-ratio, school, 16.000001, IN_WARNING",
        "school.budget-execution, cwc, 105, ON_STANDARD",
        "school.budget-execution, cwc, 121, IN_WARNING",
        "school.safety-incidents, hqc, 1, IN_WARNING",
        "school.dual-qualified, hlxy, 49.9, BELOW_STANDARD",
    })
    void linesAreThoseOfTheDomainPage(String point, String subject, String value, Band band) {
        Catalogue starter = starter();
        var lines = starter.points().get(point).linesFor(starter.subjects().get(subject), starter.tree());
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).from()).isEqualTo(LocalDate.EPOCH);
        assertThat(lines.get(0).lines().band(Micros.position(Micros.parse(value), false)))
                .isEqualTo(band);
    }

    @Test
    void codesKeepTheirNamesInTheText() {
        var lines = starter().points().get("teacher.ethics").versions().get(0).lines();
        assertThat(lines.target().text()).isEqualTo(">= 优秀");
        assertThat(lines.warning().text()).isEqualTo("<= 不合格");
        assertThat(lines.band(0)).isEqualTo(Band.IN_WARNING);
        assertThat(lines.band(Micros.position(2 * Micros.ONE, false))).isEqualTo(Band.ON_STANDARD);
        assertThat(starter()
                        .points()
                        .get("program.leader")
                        .versions()
                        .get(0)
                        .lines()
                        .target()
                        .text())
                .isEqualTo("= 是");
    }

    @Test
    void theExamplesOfItsReadmeAreSound() throws IOException {
        StarterCatalogue.unpackTo(folder);
        Matcher example = Pattern.compile("```yaml\n# (\\S+)\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(folder.resolve("README.md")));
        Map<String, String> examples =
                example.results().collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
        assertThat(examples).hasSize(3);
        Fault.write(folder, examples);
        CatalogueReading reading = CatalogueFolder.read(folder);
        // one more point weighs on its level
        assertThat(reading.findings()).extracting(Finding::code).containsExactly(Code.LEVEL_WEIGHTS);
        assertThat(reading.catalogue().orElseThrow().goals()).hasSize(3);
    }

    @Test
    void neverOverwritesWhatIsThere() throws IOException {
        Files.writeString(folder.resolve("college.yaml"), "name: 我的学校\n");
        List<String> written = StarterCatalogue.unpackTo(folder);
        assertThat(written)
                .contains("points/course.yaml", "schema/points.schema.json")
                .doesNotContain("college.yaml");
        assertThat(folder.resolve("college.yaml")).hasContent("name: 我的学校");
        assertThat(StarterCatalogue.unpackTo(folder)).isEmpty();
    }

    @Test
    void saysWhereItCouldNotWrite() throws IOException {
        Files.writeString(folder.resolve("points"), "a file, not a folder");
        assertThatThrownBy(() -> StarterCatalogue.unpackTo(folder))
                .isInstanceOf(PortException.class)
                .hasMessageContaining("起步目录写不进去")
                .hasMessageContaining("points");
    }

    @Test
    void theIndexListsEveryFile() throws IOException {
        Path sources = Path.of("src/main/resources/cn/zhengai/catalogue/starter");
        try (Stream<Path> files = Files.walk(sources)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> sources.relativize(file).toString().replace('\\', '/'))
                            .filter(file -> !file.equals("index.txt")))
                    .containsExactlyInAnyOrderElementsOf(StarterCatalogue.files());
        }
    }
}
