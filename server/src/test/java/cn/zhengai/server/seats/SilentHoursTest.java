package cn.zhengai.server.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.zhengai.alerting.scorecard.Scorecard;
import cn.zhengai.alerting.silence.ExpectedBy;
import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.warning.Notice;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.server.seats.RawFile.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The hours in which the source was silent, played minute by minute: rows are taken when the registrar's system would have
 * handed them over (every quarter of an hour, every minute after a silence), and the watch looks every minute.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SilentHoursTest {
    /** Fifteen minutes that may pass by themselves, forty-five of grace. */
    private static final Duration PATIENCE = Duration.ofMinutes(60);

    private static final Set<String> DAYS =
            Set.of("2022-05-06", "2022-06-02", "2022-06-09", "2022-06-18", "2022-06-19");

    private static final Duration BEFORE = Duration.ofMinutes(90);
    private static final Duration AFTER = Duration.ofMinutes(45);
    private static final int QUARTER = 15;
    private static final String OWNER = "zcc@example.edu.cn";

    private final List<Gap> gaps = new ArrayList<>();
    private final List<Gap> overdue = new ArrayList<>();
    /** Of the days that are played; in the college's zone. */
    private final List<Row> rows = new ArrayList<>();

    @TempDir
    private Path folder;

    /** Between two rows of the file that follow each other. */
    private record Gap(Instant from, Instant until) {}

    @BeforeAll
    void read(@TempDir Path once) throws IOException, InterruptedException {
        RawFile.layOut(once);
        Catalogue catalogue =
                CatalogueFolder.read(once.resolve("catalogue")).catalogue().orElseThrow();
        ExpectedBy rule = new ExpectedBy(catalogue.calendar(), catalogue.zone());
        ControlPoint point = catalogue.point("course.waitlist").orElseThrow();
        Instant[] last = {Instant.parse("2022-04-11T11:22:35Z")};
        RawFile.forEach(row -> {
            Gap gap = new Gap(last[0], row.instant());
            last[0] = row.instant();
            if (Duration.between(gap.from(), gap.until()).compareTo(PATIENCE) > 0) {
                gaps.add(gap);
            }
            if (rule.after(point, gap.from()).orElseThrow().overdue(gap.until())) {
                overdue.add(gap);
            }
            if (DAYS.contains(LocalDate.ofInstant(row.instant(), RawFile.ZONE).toString())) {
                rows.add(row);
            }
        });
    }

    @Test
    void theSourceWasSilentThreeTimesAndNothingElseIsTakenForSilence() {
        assertThat(gaps)
                .extracting(Gap::toString)
                .containsExactly(
                        "Gap[from=2022-05-06T11:04:55.678Z, until=2022-05-06T17:24:45.842Z]",
                        "Gap[from=2022-06-02T14:56:50.398Z, until=2022-06-02T16:08:14.157Z]",
                        "Gap[from=2022-06-19T07:12:53.432Z, until=2022-06-19T13:47:59.295Z]");
        assertThat(overdue)
                .as("by the product's rule, over all 2.4 million rows")
                .isEqualTo(gaps);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void anOutageIsToldToTheOwnerOfTheDataOnceAndSoIsItsEnd(int nth) throws IOException, InterruptedException {
        Gap gap = gaps.get(nth);
        Instant start = gap.from().minus(BEFORE);
        try (Watched product = product(start)) {
            play(product, start, gap.until());
            Warning outage = onlyOne(product.silences());
            assertThat(outage.source()).contains("registrar");
            assertThat(outage.status()).isEqualTo(Warning.Status.OPEN);
            assertThat(outage.firstAt()).isEqualTo(firstToStop(gap).plusMillis(1));
            assertThat(outage.raisedAt()).isEqualTo(firstToStop(gap).plus(PATIENCE));
            everySeriesIsSilent(product.card(), gap);

            play(product, gap.until(), gap.until().plus(AFTER));
            Warning over = onlyOne(product.silences());
            assertThat(over.status()).isEqualTo(Warning.Status.CLEARED);
            assertThat(over.clearedAt().orElseThrow())
                    .isBetween(gap.until(), gap.until().plusSeconds(600));
            assertThat(product.card().silent()).isZero();
            assertThat(product.notices())
                    .extracting(Notice::address, Notice::title)
                    .containsExactly(tuple(OWNER, "【数据恢复】数据来源“选课系统”已恢复"), tuple(OWNER, "【无数据】数据来源“选课系统”中断"));
        }
    }

    /** The rule of the scorecard, in plain words: what had spoken before the gap is expected, and all of it is overdue. */
    private void everySeriesIsSilent(Scorecard card, Gap gap) {
        long series = lastBefore(gap).values().stream()
                .mapToInt(row -> row.hasShare() ? 2 : 1)
                .sum();
        assertThat(card.expected()).isEqualTo((int) series);
        assertThat(card.silent()).isEqualTo(card.expected());
        assertThat(card.silentSince()).contains(firstToStop(gap).plus(PATIENCE));
        assertThat(card.newestAt()).contains(gap.from());
    }

    /** Two sections are cancelled in the afternoon of 9 June: each is told, and withdrawn untold when its last day is over. */
    @Test
    void aCancelledSectionIsToldUntilItsLastDayIsOver() throws IOException, InterruptedException {
        Instant start = Instant.parse("2022-06-09T21:00:00Z");
        Instant midnight = Instant.parse("2022-06-10T07:00:00Z");
        try (Watched product = product(start)) {
            play(product, start, midnight.minusSeconds(1));
            assertThat(product.silences())
                    .allSatisfy(w -> assertThat(w.status()).isEqualTo(Warning.Status.OPEN))
                    .extracting(w -> w.point() + " " + w.subject())
                    .containsExactlyInAnyOrder("course.waitlist 083746", "course.waitlist 083763");
            assertThat(product.notices()).hasSize(2).extracting(Notice::address).containsOnly(OWNER);

            play(product, midnight.minusSeconds(1), midnight.plusSeconds(600));
            assertThat(product.silences())
                    .hasSize(2)
                    .extracting(Warning::status)
                    .containsOnly(Warning.Status.WITHDRAWN);
            assertThat(product.notices())
                    .as("nobody is told that there is nothing to wait for")
                    .hasSize(2);
        }
    }

    private Watched product(Instant start) throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        RawFile.layOut(data);
        return new Watched(data, start);
    }

    private static Warning onlyOne(List<Warning> silences) {
        assertThat(silences).hasSize(1);
        return silences.get(0);
    }

    /** Newest row before the gap of each section that was there in the ninety minutes before. */
    private Map<String, Row> lastBefore(Gap gap) {
        Map<String, Row> last = new TreeMap<>();
        rows.stream()
                .filter(row -> !row.instant().isBefore(gap.from().minus(BEFORE))
                        && !row.instant().isAfter(gap.from()))
                .forEach(row -> last.put(row.section(), row));
        return last;
    }

    private Instant firstToStop(Gap gap) {
        return lastBefore(gap).values().stream()
                .map(Row::instant)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** The minutes after one instant up to another; a row is handed over by the first that may after it happened. */
    private void play(Watched product, Instant from, Instant until) throws IOException {
        List<Row> waiting = new ArrayList<>(rows.stream()
                .filter(row -> row.instant().isAfter(product.handedOver())
                        && row.instant().isBefore(until))
                .toList());
        for (Instant now = from.plusSeconds(60); !now.isAfter(until); now = now.plusSeconds(60)) {
            product.look(now);
            Instant minute = now;
            List<Row> happened = waiting.stream()
                    .takeWhile(row -> row.instant().isBefore(minute))
                    .toList();
            if (!happened.isEmpty() && mayHandOver(now)) {
                product.take(happened);
                waiting.subList(0, happened.size()).clear();
            }
        }
    }

    private boolean mayHandOver(Instant now) {
        boolean recovering = gaps.stream()
                .anyMatch(g -> now.isAfter(g.until()) && now.isBefore(g.until().plus(AFTER)));
        return recovering || now.getEpochSecond() / 60 % QUARTER == 0;
    }
}
