package cn.zhengai.collector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.collector.Rig;
import cn.zhengai.collector.SmallCollege;
import cn.zhengai.collector.pull.Compared;
import cn.zhengai.collector.pull.PullCount;
import cn.zhengai.collector.pull.PullDesk;
import cn.zhengai.collector.pull.PullMeter;
import cn.zhengai.collector.pull.PullPorts;
import cn.zhengai.core.catalogue.Pull;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.Cursors;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.testkit.ledger.MemoryLedger;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database and driver must do, for real. */
abstract class DatabaseContract {
    private static final Pull.Pace NO_LAG = new Pull.Pace(Duration.ofMinutes(5), Duration.ZERO, Duration.ofHours(1));
    static final String SINCE = " where written >= :since_instant and (written > :since_instant or id > :since_id)"
            + " and written <= :until order by written, id";
    private static final String QUERY = "select id, written, subject, at, value from score" + SINCE;

    final Rig rig = new Rig();
    private final Cursors cursors = new MemoryLedger().cursors();
    private final ExecutorService readAhead = Executors.newSingleThreadExecutor();
    Connection office;

    /** For writing; autocommit. */
    abstract Connection connect() throws SQLException;

    abstract String url();

    abstract Optional<String> user();

    /** Type of a time stamp with microseconds, without and with a zone. */
    abstract String clock();

    abstract String zoned();

    /** A query that takes ten seconds. */
    abstract String slow();

    @BeforeEach
    void table() throws SQLException {
        office = connect();
        run("drop table if exists score");
        run("create table score (id bigint primary key, written " + clock() + " not null, subject varchar(40)," + " at "
                + clock() + ", value decimal(9,3))");
        rig.time.set(Instant.parse("2026-12-01T00:00:00Z"));
    }

    @AfterEach
    void close() throws SQLException {
        office.close();
        readAhead.shutdown();
    }

    final void run(String sql) throws SQLException {
        try (Statement statement = office.createStatement()) {
            statement.execute(sql);
        }
    }

    final Pull.Watermark watermark(Pull.Format format, boolean numbered) {
        return new Pull.Watermark("written", format, "id", numbered, Optional.empty(), Optional.empty());
    }

    final SourceMapping mapping(String query, Pull.Watermark watermark) {
        return mapping(new Pull(
                new Pull.Access(url(), user(), user().map(u -> "${SECRET}"), 1000, Duration.ofSeconds(2)),
                query,
                watermark,
                NO_LAG,
                Optional.of(new Pull.Nightly(LocalTime.of(2, 30), 3))));
    }

    private static SourceMapping mapping(Pull pull) {
        return new SourceMapping(
                "jw",
                "教务系统",
                Optional.empty(),
                Set.of(),
                false,
                Optional.empty(),
                "{subject}",
                new SourceMapping.Time("at", "iso"),
                List.of(new SourceMapping.Measure(
                        "course.hours",
                        Optional.of("value"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(pull));
    }

    final PullDesk desk(SourceMapping mapping) {
        rig.catalogue = SmallCollege.catalogue(mapping);
        JdbcSources sources =
                new JdbcSources(new Drivers(List.of()), Map.of("SECRET", "secret"), InstantSource.system());
        return new PullDesk(
                new PullPorts(rig.desk, cursors, sources, readAhead), PullMeter.UNCOUNTED, InstantSource.system());
    }

    final PullCount pull(SourceMapping mapping) {
        return desk(mapping).pullNow("jw", false).orElseThrow();
    }

    private PullCount pull() {
        return pull(mapping(QUERY, watermark(Pull.Format.TIMESTAMP, true)));
    }

    /** The college's clock now, as the office writes it. */
    abstract String now();

    @Test
    void rowsBecomeReadingsOnce() throws SQLException {
        run("insert into score values (7, " + now() + ", '高数', '2026-03-01 08:00:00', 36.5)");
        run("insert into score values (8, " + now() + ", 'math-1', '2026-03-02 08:00:00.125', 40)");
        assertThat(pull()).isEqualTo(new PullCount(2, 2, 2, 0, true));
        assertThat(rig.logged().get(0).reading().at())
                .isEqualTo(Instant.parse("2026-03-01T00:00:00Z").toEpochMilli());
        assertThat(rig.logged().get(1).reading().at())
                .isEqualTo(Instant.parse("2026-03-02T00:00:00.125Z").toEpochMilli());
        assertThat(rig.logged().get(0).reading().position()).isEqualTo(73_000_000);
        assertThat(pull()).isEqualTo(new PullCount(2, 0, 0, 0, true));
        assertThat(rig.appended()).isEqualTo(2);
    }

    @Test
    void whatOthersCommitLateIsTaken() throws SQLException {
        try (Connection slow = connect();
                Statement writing = slow.createStatement()) {
            slow.setAutoCommit(false);
            writing.execute("insert into score values (1, " + now() + ", 'math-1', '2026-03-01 08:00:00', 1)");
            run("insert into score values (2, " + now() + ", 'math-1', '2026-03-02 08:00:00', 2)");
            assertThat(pull()).isEqualTo(new PullCount(1, 1, 1, 0, true));
            slow.commit();
            assertThat(pull()).isEqualTo(new PullCount(2, 1, 1, 0, true));
        }
        assertThat(rig.logged()).hasSize(2);
    }

    @Test
    void aRejectedRowKeepsItsEvidence() throws SQLException {
        run("insert into score values (9, " + now() + ", '没有这门课', '2026-03-01 08:00:00', 1)");
        assertThat(pull()).isEqualTo(new PullCount(1, 1, 0, 1, true));
        assertThat(rig.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.head().source()).isEqualTo("jw");
            assertThat(rejection.raw()).startsWith("{\"id\":\"9\",").contains("没有这门课");
        });
    }

    @Test
    void aTimeStampWithAZoneIsTheSameInstant() throws SQLException {
        run("drop table score");
        run("create table score (id int, written " + zoned()
                + " not null, subject varchar(40), at varchar(40), value int)");
        run("insert into score values (1, current_timestamp, 'math-1', '2026-03-01', 5)");
        assertThat(pull()).isEqualTo(new PullCount(1, 1, 1, 0, true));
        run("insert into score values (2, current_timestamp, 'math-1', '2026-03-02', 5)");
        assertThat(pull()).isEqualTo(new PullCount(2, 1, 1, 0, true));
    }

    @Test
    void secondsSince1970AndIdsThatAreTexts() throws SQLException {
        run("drop table score");
        run(
                "create table score (id varchar(20), written int not null, subject varchar(40), at varchar(40), value int)");
        long now = Instant.now().getEpochSecond();
        run("insert into score values ('甲', " + (now - 9000) + ", 'math-1', '2026-03-01', 5)");
        run("insert into score values ('b', " + (now - 9000) + ", 'math-1', '2026-03-02', 5)");
        run("insert into score values ('c', " + (now + 9000) + ", 'math-1', '2026-03-03', 5)");
        SourceMapping mapping = mapping(QUERY, watermark(Pull.Format.EPOCH_S, false));
        assertThat(pull(mapping)).isEqualTo(new PullCount(2, 2, 2, 0, true));
        assertThat(pull(mapping)).isEqualTo(PullCount.NONE);
    }

    @Test
    void nightsCompare() throws SQLException {
        run("insert into score values (1, '2026-03-01 08:10:00', 'math-1', '2026-03-01', 5)");
        PullDesk desk = desk(mapping(QUERY, watermark(Pull.Format.TIMESTAMP, true)));
        desk.pullNow("jw", false);
        String hoursAgo = hoursAgo(5);
        run("insert into score values (2, " + hoursAgo + ", 'math-1', '2026-03-02', 6)");
        assertThat(desk.pullNow("jw", false)).contains(PullCount.NONE);
        assertThat(desk.compareNow("jw")).contains(new Compared(1, 1, 1, 0));
        assertThat(desk.compareNow("jw")).contains(new Compared(1, 0, 0, 0));
        assertThat(rig.logged()).hasSize(2);
    }

    abstract String hoursAgo(int hours);

    @Test
    void manyRowsAreStreamedAndATurnMayEndEarly() throws SQLException {
        run("insert into score select n, '2026-01-01', 'math-1', '2026-01-01', n from (" + numbers(60_000)
                + ") numbers");
        String query = QUERY.replace(", at,", ", " + dayOf("id") + " as at,");
        assertThat(pull(mapping(query, watermark(Pull.Format.TIMESTAMP, true))))
                .isEqualTo(new PullCount(60_000, 60_000, 60_000, 0, true));
        assertThat(rig.appended()).isEqualTo(60_000);
    }

    /** A query of the numbers 1 to n as column n. */
    abstract String numbers(int most);

    /** A text of so many seconds after 2020. */
    abstract String dayOf(String seconds);

    @Test
    void troublesSayWhatToDo() throws SQLException {
        refused(QUERY.replace("from score", "from scores"), Trouble.REFUSED, "查询被数据库拒绝");
        refused("select 1 as id, id as other from score" + SINCE, Trouble.REFUSED, "没有列 written");
        refused("select id, written from score" + SINCE, Trouble.REFUSED, "查询结果缺少列：subject、at、value");
        refused(slow(), Trouble.UNAVAILABLE, "秒没有答复");
        refused("select 1 from score where 1 > :since", Trouble.REFUSED, ":since 没有人填");
        run("insert into score values (1, '2026-03-01 08:10:00', 'math-1', '2026-03-01', 5)");
        refused(
                "select id, subject as written, subject, at, value from score" + SINCE,
                Trouble.REFUSED,
                "时间列 written 的值“math-1”");
    }

    private void refused(String query, Trouble trouble, String says) {
        assertThatThrownBy(() -> pull(mapping(query, watermark(Pull.Format.TIMESTAMP, true))))
                .isInstanceOfSatisfying(
                        PortException.class, e -> assertThat(e.trouble()).isEqualTo(trouble))
                .hasMessageStartingWith("来源“jw”")
                .hasMessageContaining(says);
    }

    @Test
    void nothingIsEverWritten() throws SQLException {
        assertThatThrownBy(() -> pull(mapping(writing(), watermark(Pull.Format.TIMESTAMP, true))))
                .isInstanceOf(PortException.class);
        assertThat(pull()).isEqualTo(PullCount.NONE);
    }

    /** A query that would write a row of score. */
    abstract String writing();

    @Test
    void anAbsentSecretAndAnAbsentServerAreNamed() {
        Pull pull = new Pull(
                new Pull.Access(url(), Optional.of("reader"), Optional.of("${NOWHERE}"), 10, Duration.ofSeconds(2)),
                QUERY,
                watermark(Pull.Format.TIMESTAMP, true),
                NO_LAG,
                Optional.empty());
        assertThatThrownBy(() -> pull(mapping(pull))).hasMessageContaining("环境变量 NOWHERE");
        String nobody = url().replaceFirst(":\\d+/", ":1/");
        Pull.Access access = new Pull.Access(nobody, user(), user(), 10, Duration.ofSeconds(2));
        assertThatThrownBy(() -> pull(mapping(new Pull(access, QUERY, pull.watermark(), NO_LAG, Optional.empty()))))
                .hasMessageContaining("数据库连不上");
    }
}
