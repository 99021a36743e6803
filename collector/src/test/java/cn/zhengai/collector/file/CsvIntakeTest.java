package cn.zhengai.collector.file;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.collector.Rig;
import cn.zhengai.collector.SmallCollege;
import cn.zhengai.collector.file.FileOutcome.Status;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvIntakeTest {
    private static final String HEADER = "课程,班,日期,出勤,应到,成绩,备注\n";
    private static final String GOOD = "math,1,2026/8/31,29,30,96.5,正常\n";

    @TempDir
    Path dir;

    private final Rig rig = new Rig();
    private FileImport imports;

    @BeforeEach
    void open() {
        imports = new FileImport(new FileIntake(rig.desk), Optional.of(dir));
    }

    private FileOutcome take(String name, byte[] content) throws IOException {
        Path file = dir.resolve(name);
        Files.write(file, content);
        return imports.run(file, Optional.of("sheet"), false, Progress.UNSEEN).get(0);
    }

    private FileOutcome take(String content) throws IOException {
        return take("a.csv", content.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16"})
    void encodings(String charset) throws IOException {
        assertThat(take("a.csv", (HEADER + GOOD).getBytes(Charset.forName(charset)))
                        .sentence())
                .startsWith("接收 2 条，拒收 0 条");
        assertThat(rig.logged()).extracting(l -> l.reading().row()).containsExactly(2, 2);
    }

    @Test
    void theFolderOfRejectedRowsIsMadeWhenItIsNeeded() throws IOException {
        Path rejected = dir.resolve("a/b");
        imports = new FileImport(new FileIntake(rig.desk), Optional.of(rejected));
        assertThat(take(HEADER + GOOD + "math,1,2026/8/31,x,30,96.5,\n").status())
                .isEqualTo(Status.TAKEN);
        assertThat(rejected.resolve("a.csv.rejected.csv")).content().contains("NOT_A_NUMBER");
    }

    @Test
    void withItsMark() throws IOException {
        assertThat(take('\ufeff' + HEADER + GOOD).accepted()).isEqualTo(2);
    }

    @Test
    void gb18030IsFoundThoughTheFirstThirtyThousandRowsArePlain() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 30_000; i++) {
            text.append("math,1,2026/8/31,29,30,").append(i % 100).append(",plain\n");
        }
        text.append("math,1,2026/8/31,29,30,5,护理\n");
        assertThat(take("b.csv", text.toString().getBytes(Charset.forName("GB18030")))
                        .accepted())
                .isEqualTo(60_002);
    }

    @Test
    void aDamagedCharacterCostsItsRow() throws IOException {
        byte[] text = (HEADER + GOOD + GOOD.replace("正常", "坏#") + GOOD).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < text.length; i++) {
            text[i] = text[i] == '#' ? (byte) 0xff : text[i];
        }
        FileOutcome outcome = take("a.csv", text);
        assertThat(outcome.accepted()).isEqualTo(4);
        assertThat(rig.rejections()).singleElement().satisfies(r -> {
            assertThat(r.reason()).isEqualTo(Reason.BAD_ENCODING);
            assertThat(r.row()).isEqualTo(3);
        });
    }

    @Test
    void gzipAndTheSameContentPlain() throws IOException {
        byte[] text = (HEADER + GOOD).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text);
        }
        assertThat(take("a.csv.gz", packed.toByteArray()).status()).isEqualTo(Status.TAKEN);
        assertThat(take("a.csv", text).status()).isEqualTo(Status.REPEATED);
        byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
        assertThat(take("b.csv.gz", half).sentence()).contains("gzip");
        assertThat(take("c.csv.gz", text).status()).isEqualTo(Status.REFUSED);
        assertThat(rig.logged()).hasSize(2);
    }

    @Test
    void quotesBlankLinesAndEnds() throws IOException {
        String text = "\n" + HEADER + "\"math\",\"1\",2026/8/31,29,30,,\"两行\n\"\"备注\"\"\"\r\n\r\n"
                + "math,1,2026/8/30,28,30,,,\nmath,1,2026/8/29,27,30,,";
        FileOutcome outcome = take(text);
        assertThat(outcome.rejected()).isZero();
        assertThat(rig.logged()).extracting(l -> l.reading().row()).containsExactly(3, 6, 7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "math,1,\"2026/8/31,29,30,,\n",
                "math,1,\"2026/8/31\"x,29,30,,\n",
                "math,\"1,2026/8/31,29,30,,\"\n"
            })
    void aBrokenQuoteCostsItsLine(String broken) throws IOException {
        FileOutcome outcome = take(HEADER + GOOD + broken + GOOD.replace("31", "30") + GOOD.replace("31", "29"));
        assertThat(outcome.accepted()).isEqualTo(6);
        assertThat(rig.rejections()).extracting(r -> r.row() + " " + r.reason()).containsExactly("3 UNREADABLE_ROW");
        assertThat(rig.rejections().get(0).raw()).contains("2026/8/31");
        assertThat(Files.readString(dir.resolve("a.csv.rejected.csv")))
                .startsWith("\ufeff行号,原因,说明,课程,班")
                .contains("3,UNREADABLE_ROW,");
    }

    @Test
    void anOpenQuoteThatSwallowsAQuotedRowIsUndone() throws IOException {
        FileOutcome outcome =
                take(HEADER + "math,1,2026/8/31,29,30,,\"open\nmath,1,2026/8/30,29,30,,\"fine\"\n" + GOOD);
        assertThat(outcome.accepted()).isEqualTo(3);
        assertThat(rig.rejections()).extracting(r -> r.row()).containsExactly(2);
    }

    @Test
    void afterAHundredBrokenQuotesTheRestIsGivenUp() throws IOException {
        FileOutcome outcome = take(HEADER + GOOD + "\"x\"y\n".repeat(150));
        assertThat(outcome.accepted()).isEqualTo(2);
        assertThat(outcome.rejected()).isEqualTo(101);
        assertThat(rig.rejections().get(100).detail()).contains("自本行起未读取");
    }

    @Test
    void aRowThatIsCutOffIsNoReading() throws IOException {
        take(HEADER + GOOD + "math,1,2026/8/31,29,3");
        assertThat(rig.rejections()).extracting(r -> r.reason()).containsExactly(Reason.UNREADABLE_ROW);
        assertThat(rig.rejections().get(0).detail()).contains("本行有 5 列，表头有 7 列");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "课程,日期\n", "课程;班;日期;出勤;应到;成绩\n", "课程,班,日期,出勤,应到,班\n", "\"课程,班\n"})
    void aHeaderThatWillNotDoRefusesTheFile(String text) throws IOException {
        FileOutcome outcome = take(text);
        assertThat(outcome.status()).isEqualTo(Status.REFUSED);
        assertThat(outcome.sentence()).matches(".*\\p{IsHan}.*。");
        assertThat(rig.intake.sources()).isEmpty();
    }

    @Test
    void theSentenceNamesWhatIsThereAndWhatIsMissing() throws IOException {
        assertThat(take("课程,日期,出勤\n").sentence()).contains("班、出勤 + 应到").contains("课程、日期、出勤。");
    }

    @Test
    void whatTheOutsideFailsAtMayBeTriedAgain() throws IOException {
        rig.log.fail(Optional.of(Trouble.DISK_FULL));
        assertThat(take(HEADER + GOOD).status()).isEqualTo(Status.POSTPONED);
        rig.log.fail(Optional.empty());
        assertThat(take(HEADER + GOOD).status()).isEqualTo(Status.TAKEN);
    }

    @Test
    void afterAChangeOfTheCatalogueRejectedRowsAreJudgedAgain() throws IOException {
        String text = HEADER + GOOD + GOOD.replace("math,1", "later,1");
        assertThat(take(text).rejected()).isEqualTo(2);
        assertThat(take(text).status()).isEqualTo(Status.REPEATED);
        rig.catalogue = SmallCollege.catalogue("rules-2", List.of());
        assertThat(take(text).status()).isEqualTo(Status.TAKEN);
        assertThat(take(text).status()).isEqualTo(Status.REPEATED);
        assertThat(rig.readings.counts().inForce()).isEqualTo(2);
    }

    @Test
    void progressEndsAtTheEnd() throws IOException {
        Path file = dir.resolve("签到.csv");
        Files.writeString(file, HEADER + GOOD.repeat(100_000));
        List<Long> seen = new ArrayList<>();
        List<FileOutcome> all = imports.run(dir, Optional.empty(), false, (path, done, total) -> {
            assertThat(total).isEqualTo(file.toFile().length());
            seen.add(done);
        });
        assertThat(all).singleElement().satisfies(o -> assertThat(o.accepted()).isEqualTo(200_000));
        assertThat(seen).isSorted().hasSizeGreaterThan(3).endsWith(file.toFile().length());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverTheBytesEveryOutcomeIsNamedAndCountsAddUp(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] text = (HEADER + GOOD.repeat(200)).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 30; i++) {
            int at = HEADER.getBytes(StandardCharsets.UTF_8).length + random.nextInt(200 * GOOD.length());
            text[at] = (byte) (random.nextBoolean() ? "\",\n\r-9%".charAt(random.nextInt(7)) : random.nextInt(256));
        }
        FileOutcome outcome = take("a.csv", text);
        assertThat(outcome.status()).isEqualTo(Status.TAKEN);
        assertThat(rig.appended()).isEqualTo((int) outcome.accepted());
        assertThat(rig.rejections()).hasSize((int) outcome.rejected()).isNotEmpty();
        assertThat(outcome.accepted()).isGreaterThan(200);
    }
}
