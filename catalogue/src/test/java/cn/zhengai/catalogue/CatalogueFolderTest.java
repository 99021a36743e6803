package cn.zhengai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Finding;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Supply;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueFolderTest {
    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void soundFolder() {
        folder = temp.resolve("catalogue");
        Fault.write(folder, Fault.SOUND);
    }

    private CatalogueReading read() {
        return CatalogueFolder.read(folder);
    }

    private String digest() {
        return read().catalogue().map(Catalogue::digest).orElseThrow();
    }

    @Test
    void aSoundFolderIsACatalogue() {
        assertThat(read().findings()).isEmpty();
        Catalogue catalogue = read().catalogue().orElseThrow();
        assertThat(catalogue.college()).isEqualTo("试验学院");
        assertThat(catalogue.subjects()).containsOnlyKeys("C1", "C2", "T1");
        assertThat(catalogue.digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void aFolderThatIsNone() throws IOException {
        assertThat(CatalogueFolder.read(temp.resolve("nowhere")).findings())
                .extracting(Finding::code)
                .containsExactly(Code.NOT_A_FOLDER);
        Path file = Files.writeString(temp.resolve("file"), "x");
        assertThat(CatalogueFolder.read(file).findings().get(0).sentence()).contains("不是文件夹");
    }

    @Test
    void anEmptyFolder() throws IOException {
        Path empty = Files.createDirectories(temp.resolve("empty"));
        Files.writeString(empty.resolve("readme.txt"), "没有目录");
        assertThat(CatalogueFolder.read(empty).findings())
                .extracting(Finding::code)
                .containsExactly(Code.EMPTY_FOLDER);
    }

    @Test
    void eachMissingFileIsNamed() throws IOException {
        Files.delete(folder.resolve("college.yaml"));
        assertThat(read().findings()).extracting(Finding::code).contains(Code.MISSING_FILE);
        assertThat(read().findings().get(0).toString())
                .startsWith("college.yaml:1:1: 错误 [missing-file] 缺少文件 college.yaml");
    }

    @Test
    void aFileThatCannotBeRead() throws IOException {
        Files.createSymbolicLink(folder.resolve("points/x.yaml"), Path.of("nowhere.yaml"));
        assertThat(read().findings())
                .extracting(Finding::toString)
                .containsExactly("points/x.yaml:1:1: 错误 [unreadable] points/x.yaml 是一个链接，指向的文件不存在；请改正链接或删去它。");
    }

    @Test
    void aFileInGb18030SaysSo() throws IOException {
        Files.write(
                folder.resolve("subjects/x.yaml"),
                "level: course\nsubjects: []\n# 备注\n".getBytes(Charset.forName("GB18030")));
        Finding found = read().findings().get(0);
        assertThat(found.code()).isEqualTo(Code.WRONG_ENCODING);
        assertThat(found.toString())
                .startsWith("subjects/x.yaml:3:3: ")
                .contains("GB18030")
                .contains("UTF-8");
    }

    @Test
    void aTruncatedCharacterIsFound() throws IOException {
        byte[] bytes = "level: course\nsubjects: [] # 中".getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("subjects/x.yaml"), Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(read().findings()).extracting(Finding::code).containsExactly(Code.WRONG_ENCODING);
    }

    @Test
    void aTreeWithoutARoot() throws IOException {
        Files.writeString(folder.resolve("organisation.yaml"), """
            units:
              - {id: zlw, name: 委员会, kind: committee, parent: jwc}
              - {id: jwc, name: 教务处, kind: department, parent: zlw}
              - {id: rsc, name: 人事处, kind: department, parent: zlw}
            """);
        assertThat(read().findings()).extracting(Finding::code).contains(Code.NO_ROOT, Code.TREE_LOOP);
    }

    @Test
    void aResponsibleUnitNobodyCanReach() throws IOException {
        String tree = Fault.SOUND.get("organisation.yaml").replace(", contacts: [{mail: zlw@a.example}]", "");
        Files.writeString(folder.resolve("organisation.yaml"), tree);
        assertThat(read().findings()).extracting(Finding::code).containsOnly(Code.NO_CONTACT);
        assertThat(read().catalogue()).isPresent();
    }

    @Test
    void theCalendarMayBeMissing() throws IOException {
        LocalDate saturday = LocalDate.parse("2026-10-10");
        assertThat(read().catalogue().orElseThrow().calendar().isSchoolDay(saturday))
                .isFalse();
        Files.writeString(folder.resolve("calendar.yaml"), "holidays: []\nmake-up-days: [2026-10-10]\n");
        assertThat(read().findings()).isEmpty();
        assertThat(read().catalogue().orElseThrow().calendar().isSchoolDay(saturday))
                .isTrue();
    }

    @Test
    void aMasterMustBeAllowedToSpeak() throws IOException {
        String point =
                Fault.SOUND.get("points/course.yaml").replace("owner: jwc,", "owner: jwc, master: kq, grace: P2D,");
        Files.writeString(folder.resolve("points/course.yaml"), point);
        Fault.write(folder, Map.of("sources/x.yaml", source("course.score")));
        assertThat(read().findings())
                .extracting(Finding::toString)
                .singleElement()
                .asString()
                .startsWith("points/course.yaml:")
                .contains("[master-not-allowed] 质控点“签到率”以来源“考勤”为准，而它的 points 里没有 course.attendance");
        Fault.write(folder, Map.of("sources/x.yaml", source("course.attendance")));
        assertThat(read().findings()).isEmpty();
        assertThat(read().catalogue()
                        .orElseThrow()
                        .points()
                        .get("course.attendance")
                        .supply())
                .isEqualTo(new Supply(Optional.of(Duration.ofDays(2)), Optional.of("kq")));
    }

    private static String source(String point) {
        return "sources:\n  - {id: kq, name: 考勤, owner: jwc, points: [" + point
                + "], subject: \"{s}\", time: {column: at}," + " measures: [{point: \"{p}\", value: v}]}\n";
    }

    @Test
    void aCatalogueWithoutPoints() throws IOException {
        Files.delete(folder.resolve("points/course.yaml"));
        Files.delete(folder.resolve("points/teacher.yaml"));
        assertThat(read().findings()).extracting(Finding::code).containsExactly(Code.NO_POINTS);
    }

    @Test
    void faultsOfAllFilesAreTold() {
        Map<String, String> faulty = new HashMap<>();
        faulty.put("college.yaml", "name: 甲\nzone: Mars\n");
        faulty.put("points/course.yaml", "level: course\npoints:\n  - {id: a}\n  - {id: a, nmae: b}\n");
        faulty.put("points/more.yaml", "level: course\npoints: [\n");
        faulty.put("sources/x.yaml", "sources: 3\n");
        Fault.write(folder, faulty);
        assertThat(read().findings())
                .extracting(Finding::file)
                .contains(faulty.keySet().toArray(String[]::new));
        assertThat(read().catalogue()).isEmpty();
        assertThat(read().findings())
                .isSortedAccordingTo(Comparator.comparing(Finding::file)
                        .thenComparing(Finding::line)
                        .thenComparing(Finding::column));
    }

    @Test
    void theDigestIsThatOfTheContents() throws IOException {
        String before = digest();
        String college = Fault.SOUND.get("college.yaml");
        Files.writeString(folder.resolve("college.yaml"), "\uFEFF" + college.replace("\n", "\r\n"));
        assertThat(digest()).isEqualTo(before);
        Files.writeString(folder.resolve("college.yaml"), college.replace("试验", "实验"));
        assertThat(digest()).isNotEqualTo(before);
    }

    @Test
    void hiddenFilesAndOtherFormatsAreLeftAlone() throws IOException {
        Files.writeString(folder.resolve("points/.course.yaml.swp.yaml"), "::::");
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/x.yaml"), "::::");
        Files.writeString(folder.resolve("points/说明.docx"), "::::");
        assertThat(read().findings()).isEmpty();
    }
}
