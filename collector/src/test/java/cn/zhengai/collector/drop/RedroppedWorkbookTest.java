package cn.zhengai.collector.drop;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.collector.Rig;
import cn.zhengai.collector.SmallCollege;
import cn.zhengai.collector.file.FileIntake;
import cn.zhengai.collector.file.FileOutcome;
import cn.zhengai.collector.file.FileOutcome.Status;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.SourceMapping.Drop;
import cn.zhengai.core.catalogue.SourceMapping.Measure;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A corrected workbook dropped again: what it left out is listed, and stays in force. */
class RedroppedWorkbookTest {
    @TempDir
    Path dir;

    private final Rig rig = new Rig(SmallCollege.catalogue(source("分数")));
    private String column = "分数";
    private DropFolder folder;

    private static SourceMapping source(String column) {
        return new SourceMapping(
                "book",
                "成绩表",
                Optional.empty(),
                Set.of(),
                false,
                Optional.empty(),
                "{课程}",
                new SourceMapping.Time("日期", "iso"),
                List.of(new Measure(
                        "course.score",
                        Optional.of(column),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false)),
                Optional.empty(),
                Optional.of(new Drop("成绩*.xlsx", "auto", ',')),
                Optional.empty());
    }

    @BeforeEach
    void open() {
        folder = new DropFolder(
                dir,
                () -> rig.catalogue,
                new FileIntake(rig.desk, Optional.of(rig.readings)),
                rig.time,
                Duration.ofSeconds(5));
    }

    /** Rows of course, day and score. */
    private FileOutcome drop(String name, String... rows) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(folder.in().resolve(name))) {
            XSSFSheet sheet = workbook.createSheet("成绩");
            fill(sheet.createRow(0), "课程", "日期", column);
            for (String row : rows) {
                fill(sheet.createRow(sheet.getLastRowNum() + 1), row.split(" "));
            }
            workbook.write(out);
        }
        folder.runOnce();
        rig.time.advance(Duration.ofSeconds(5));
        return folder.runOnce().get(0);
    }

    private static void fill(XSSFRow row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    private List<String> done() throws IOException {
        try (Stream<Path> files = Files.list(dir.resolve("done"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> missing(String name) throws IOException {
        return Files.readAllLines(dir.resolve("done").resolve(name + ".missing.csv"));
    }

    @Test
    void whatTheNewFileLeftOutIsListedOnceAndStays() throws IOException {
        drop("成绩.xlsx", "math-1 2026-03-01 90", "math-1 2026-03-02 91", "nursing-2 2026-03-01 80");
        FileOutcome second = drop("成绩.xlsx", "math-1 2026-03-01 95");

        assertThat(second.status()).isEqualTo(Status.TAKEN);
        assertThat(second.sentence()).contains("2026-09-01_成绩.xlsx", "没有的采集值 2 条", "仍然有效", ".missing.csv");
        assertThat(done()).contains("2026-09-01_成绩-2.xlsx", "2026-09-01_成绩-2.xlsx.missing.csv");
        List<String> lines = missing("2026-09-01_成绩-2.xlsx");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("\ufeff质控点编号,质控点,主体编号,主体,时间,有效值");
        assertThat(lines.get(1)).contains("course.score", "math-1,高等数学", "2026-03-02 00:00:00,91,", ",3");
        assertThat(lines.get(2)).contains("nursing-2,护理学", ",80,");
        assertThat(rig.desk.receipt(newest().head().id()).orElseThrow().answer())
                .contains("\"missing\":2");
        assertThat(rig.logged()).as("nothing is taken away").hasSize(4);

        FileOutcome third = drop("成绩.xlsx", "math-1 2026-03-01 96");
        assertThat(third.sentence()).doesNotContain("仍然有效");
        assertThat(done()).doesNotContain("2026-09-01_成绩-3.xlsx.missing.csv");
    }

    private Logged newest() {
        List<Logged> all = rig.logged();
        return all.get(all.size() - 1);
    }

    @Test
    void anotherFileIsNoEarlierVersionHoweverItIsCalled() throws IOException {
        drop("成绩-2.xlsx", "math-1 2026-03-01 90");
        FileOutcome other = drop("成绩.xlsx", "math-1 2026-03-05 90");
        assertThat(other.sentence()).doesNotContain("上一版");
        assertThat(done()).noneMatch(name -> name.endsWith(".missing.csv"));
    }

    @Test
    void whatAnotherSourceSaysNowIsNotMissed() throws IOException {
        drop("成绩.xlsx", "math-1 2026-03-01 90", "math-1 2026-03-02 91");
        long at = rig.logged().get(1).reading().at();
        Reading other = Reading.plain(rig.index.of("course.score", "math-1"), at, Micros.ofWhole(70), 1);
        rig.log.append(List.of(new Batch(new BatchHead("x", "lms", rig.time.instant(), false), List.of(other))));
        assertThat(drop("成绩.xlsx", "math-1 2026-03-01 90").sentence()).doesNotContain("仍然有效");
    }

    @Test
    void anEarlierVersionThatCanNoLongerBeReadIsSaidSo() throws IOException {
        drop("成绩.xlsx", "math-1 2026-03-01 90");
        rig.catalogue = SmallCollege.mended("rules-2", source("得分"));
        column = "得分";
        FileOutcome outcome = drop("成绩.xlsx", "math-1 2026-03-01 91");
        assertThat(outcome.status()).isEqualTo(Status.TAKEN);
        assertThat(outcome.sentence()).contains("上一版（2026-09-01_成绩.xlsx）按现在的映射读不出来");
        assertThat(rig.logged()).hasSize(2);
    }

    @Test
    void theSameContentAgainIsNotCompared() throws IOException {
        drop("成绩.xlsx", "math-1 2026-03-01 90", "math-1 2026-03-02 91");
        drop("成绩.xlsx", "math-1 2026-03-01 90");
        FileOutcome again = drop("成绩.xlsx", "math-1 2026-03-01 90");
        assertThat(again.status()).isIn(Status.REPEATED, Status.TAKEN);
        assertThat(again.sentence()).doesNotContain("仍然有效");
    }
}
