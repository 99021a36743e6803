package cn.zhengai.storage.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.ReadingStore.Counts;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of format version 1, which knew no reasons, and how reasons end. */
class OlderFormatTest {
    private static final String READINGS =
            "(seq BIGINT NOT NULL, series INTEGER NOT NULL, instant BIGINT NOT NULL, position BIGINT NOT NULL,"
                    + " numerator BIGINT NOT NULL, denominator BIGINT NOT NULL, revision BIGINT NOT NULL,"
                    + " batch INTEGER NOT NULL, \"row\" INTEGER NOT NULL)";
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    @TempDir
    Path folder;

    private final SeriesIndex index = new SeriesIndex();
    private final Series series = index.of("score", "course-1");

    @Test
    void everythingIsKeptAndReasonsAreKeptFromThenOn() throws SQLException {
        writeVersionOne();
        String before = ReadingsInspection.of(file()).fingerprint();
        BatchHead old = new BatchHead("old", "sis", MONDAY, true);
        BatchHead corrected = new BatchHead("new", "sis", MONDAY.plusSeconds(1), false, Optional.of("漏录一人"));

        try (DuckDbReadings readings = open()) {
            assertThat(readings.store().counts()).isEqualTo(new Counts(2, 1, 1));
            assertThat(heads(readings)).containsExactly(old, old);
            readings.log().append(List.of(new Batch(corrected, List.of(plain(7, 3)))));
            assertThat(readings.log().end().through(0)).isEqualTo(4);
        }
        assertThat(ReadingsInspection.of(file()).readings()).isEqualTo(4);
        assertThat(before).isNotEqualTo("0");

        try (DuckDbReadings readings = open()) {
            readings.settle();
            assertThat(heads(readings)).containsExactly(old, corrected);
            assertThat(readings.store().revisions(series, 3))
                    .extracting(Logged::head)
                    .containsExactly(old, corrected);
        }
        assertThat(text("SELECT string_agg(version, ',') FROM format")).isEqualTo("2");
    }

    /** A reason may name somebody: it goes with the last reading it was given for. */
    @Test
    void aReasonIsErasedWithTheLastOfItsReadings() throws SQLException {
        BatchHead gone = new BatchHead("a", "sis", MONDAY, false, Optional.of("张三补考"));
        BatchHead stays = new BatchHead("b", "sis", MONDAY, false, Optional.of("重新统计"));
        try (DuckDbReadings readings = open()) {
            readings.log()
                    .append(List.of(
                            new Batch(gone, List.of(plain(1, 1), plain(2, 2))),
                            new Batch(stays, List.of(plain(3, 2), plain(4, 9)))));
            readings.erasure().erase(Map.of(series, 5L));
            assertThat(heads(readings)).containsExactly(stays);
        }
        assertThat(text("SELECT string_agg(reason, ',') FROM batch")).isEqualTo("重新统计");
    }

    private List<BatchHead> heads(DuckDbReadings readings) {
        return readings.store().read(series, Long.MIN_VALUE, Long.MAX_VALUE, ReadingStore.NOW).stream()
                .map(Logged::head)
                .toList();
    }

    private Reading plain(long value, long at) {
        return Reading.plain(series, at, Micros.ofWhole(value), 1);
    }

    /** As the first version left it: one settled value, one superseded, one that waits. */
    private void writeVersionOne() throws SQLException {
        long nanos = MONDAY.getEpochSecond() * 1_000_000_000L;
        try (Connection file = DriverManager.getConnection("jdbc:duckdb:" + file());
                Statement statement = file.createStatement()) {
            statement.execute("CREATE TABLE format(version INTEGER NOT NULL)");
            statement.execute(
                    "CREATE TABLE series(id INTEGER NOT NULL, point VARCHAR NOT NULL, subject VARCHAR NOT NULL)");
            statement.execute(
                    "CREATE TABLE batch(\"no\" INTEGER NOT NULL, id VARCHAR NOT NULL, source VARCHAR NOT NULL,"
                            + " recorded_at BIGINT NOT NULL, history BOOLEAN NOT NULL, last_seq BIGINT NOT NULL)");
            statement.execute("CREATE TABLE log" + READINGS);
            statement.execute("CREATE TABLE settled" + READINGS);
            statement.execute("CREATE TABLE superseded" + READINGS);
            statement.execute("INSERT INTO format VALUES (1)");
            statement.execute("INSERT INTO series VALUES (1, 'score', 'course-1')");
            statement.execute("INSERT INTO batch VALUES (1, 'old', 'sis', " + nanos + ", true, 3)");
            statement.execute("INSERT INTO superseded VALUES (1, 1, 2, 2000000, 0, 0, 0, 1, 1)");
            statement.execute("INSERT INTO settled VALUES (2, 1, 2, 4000000, 0, 0, 0, 1, 2)");
            statement.execute("INSERT INTO log VALUES (3, 1, 3, 6000000, 0, 0, 0, 1, 3)");
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection file = DriverManager.getConnection("jdbc:duckdb:" + file());
                Statement statement = file.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private DuckDbReadings open() {
        return DuckDbReadings.open(file(), index, new Options(128, 2, 20, 1_000_000, "16MB"));
    }

    private Path file() {
        return folder.resolve("readings.duckdb");
    }
}
