package cn.zhengai.collector.drop;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.collector.Rig;
import cn.zhengai.collector.SmallCollege;
import cn.zhengai.collector.file.FileIntake;
import cn.zhengai.collector.file.FileOutcome;
import cn.zhengai.collector.file.FileOutcome.Status;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropFolderTest {
    private static final String HEADER = "课程,班,日期,出勤,应到,成绩\n";
    private static final String GOOD = "math,1,2026/8/31,29,30,96.5\n";

    @TempDir
    Path dir;

    private final Rig rig = new Rig();
    private DropFolder folder;

    @BeforeEach
    void open() {
        folder = new DropFolder(dir, () -> rig.catalogue, new FileIntake(rig.desk), rig.time, Duration.ofSeconds(5));
    }

    private void drop(String name, String content) throws IOException {
        Files.writeString(folder.in().resolve(name), content);
    }

    private List<FileOutcome> look() {
        rig.time.advance(Duration.ofSeconds(5));
        return folder.runOnce();
    }

    private List<String> names(String below) throws IOException {
        try (Stream<Path> files = Files.list(dir.resolve(below))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFileIsTakenWhenItLiesStillAndMoved() throws IOException {
        drop("签到-1.csv", HEADER + GOOD);
        assertThat(look()).as("first seen").isEmpty();
        drop("签到-1.csv", HEADER + GOOD + GOOD);
        assertThat(look()).as("has grown").isEmpty();
        rig.time.advance(Duration.ofSeconds(4));
        assertThat(folder.runOnce()).as("not long enough").isEmpty();
        rig.time.advance(Duration.ofSeconds(1));
        assertThat(folder.runOnce()).extracting(FileOutcome::status).containsExactly(Status.TAKEN);
        assertThat(names("in")).isEmpty();
        assertThat(names("done")).containsExactly("2026-09-01_签到-1.csv");
        assertThat(Files.readString(dir.resolve("done/2026-09-01_签到-1.csv"))).isEqualTo(HEADER + GOOD + GOOD);
        assertThat(rig.logged().get(0).head().source()).isEqualTo("sheet");
        assertThat(look()).isEmpty();
    }

    @Test
    void unfinishedFilesAreLeftAlone() throws IOException {
        drop("签到.csv.part", HEADER);
        drop("签到.tmp", HEADER);
        drop(".签到.csv", HEADER);
        drop("~$签到.csv", HEADER);
        look();
        assertThat(look()).isEmpty();
        assertThat(names("in")).hasSize(4);
    }

    @Test
    void droppedTwiceIsANoOpWithANote() throws IOException {
        drop("签到.csv", HEADER + GOOD);
        look();
        look();
        drop("签到.csv", HEADER + GOOD);
        drop("签到-again.csv", HEADER + GOOD);
        look();
        assertThat(look()).extracting(FileOutcome::status).containsExactly(Status.REPEATED, Status.REPEATED);
        assertThat(rig.logged()).hasSize(2);
        assertThat(names("done"))
                .containsExactly(
                        "2026-09-01_签到-2.csv",
                        "2026-09-01_签到-2.csv.note.txt",
                        "2026-09-01_签到-again.csv",
                        "2026-09-01_签到-again.csv.note.txt",
                        "2026-09-01_签到.csv");
        assertThat(Files.readString(dir.resolve("done/2026-09-01_签到-2.csv.note.txt")))
                .contains("已经接收过")
                .contains("接收 2 条");
    }

    @Test
    void rejectedRowsLieBesideTheFile() throws IOException {
        drop("签到.csv", HEADER + GOOD + "math,1,2026/8/31,112,100,\nmath,1,2026/8/31,1,2,\"优,秀\"\n");
        look();
        look();
        assertThat(names("done")).containsExactly("2026-09-01_签到.csv", "2026-09-01_签到.csv.rejected.csv");
        List<String> lines = Files.readAllLines(dir.resolve("done/2026-09-01_签到.csv.rejected.csv"));
        assertThat(lines.get(0)).isEqualTo("\ufeff行号,原因,说明,课程,班,日期,出勤,应到,成绩");
        assertThat(lines.get(1)).startsWith("3,IMPLAUSIBLE,").endsWith(",math,1,2026/8/31,112,100,");
        assertThat(lines.get(2)).startsWith("4,NOT_A_NUMBER,").endsWith(",math,1,2026/8/31,1,2,\"优,秀\"");
    }

    @Test
    void whatCannotBeTakenFailsWithItsReason() throws IOException {
        drop("成绩.csv", HEADER + GOOD);
        drop("签到.xls", "PK");
        drop("签到-empty.csv", "");
        drop("签到-wrong.csv", "课程,日期\n");
        look();
        assertThat(look()).extracting(FileOutcome::status).containsOnly(Status.REFUSED);
        assertThat(names("in")).isEmpty();
        assertThat(names("failed")).hasSize(8);
        assertThat(reason("成绩.csv")).contains("与任何数据来源都不匹配").contains("sheet：签到*.csv");
        assertThat(reason("签到.xls")).contains("另存为 .xlsx");
        assertThat(reason("签到-empty.csv")).contains("空的");
        assertThat(reason("签到-wrong.csv")).contains("缺少列：班");
        assertThat(rig.logged()).isEmpty();
    }

    private String reason(String name) throws IOException {
        return Files.readString(dir.resolve("failed/2026-09-01_" + name + ".reason.txt"));
    }

    @Test
    void twoSourcesForOneNameAreNotGuessed() throws IOException {
        SourceMapping sheet = rig.catalogue.sources().get("sheet");
        SourceMapping other = new SourceMapping(
                "other",
                sheet.name(),
                sheet.owner(),
                sheet.points(),
                false,
                sheet.decimals(),
                sheet.subject(),
                sheet.time(),
                sheet.measures(),
                sheet.revision(),
                Optional.of(new SourceMapping.Drop("*-1.csv", "auto", ',')),
                Optional.empty());
        rig.catalogue = SmallCollege.catalogue(other);
        drop("签到-1.csv", HEADER + GOOD);
        look();
        look();
        assertThat(reason("签到-1.csv")).contains("other、sheet");
    }

    @Test
    void whenTheOutsideFailsTheFileStays() throws IOException {
        drop("签到.csv", HEADER + GOOD + "math,1,2026/8/31,112,100,\n");
        look();
        rig.log.fail(Optional.of(Trouble.DISK_FULL));
        assertThat(look()).extracting(FileOutcome::status).containsExactly(Status.POSTPONED);
        assertThat(names("in")).hasSize(1);
        assertThat(names("done")).isEmpty();
        rig.log.fail(Optional.empty());
        assertThat(look()).extracting(FileOutcome::status).containsExactly(Status.TAKEN);
        assertThat(names("done")).hasSize(2);
    }

    @Test
    void aStopBetweenTakingAndMovingIsHarmless() throws IOException {
        drop("签到.csv", HEADER + GOOD);
        look();
        look();
        Files.move(dir.resolve("done/2026-09-01_签到.csv"), folder.in().resolve("签到.csv"));
        open();
        look();
        assertThat(look()).extracting(FileOutcome::status).containsExactly(Status.REPEATED);
        assertThat(rig.logged()).hasSize(2);
    }
}
