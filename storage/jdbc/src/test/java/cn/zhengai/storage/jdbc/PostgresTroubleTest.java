package cn.zhengai.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.port.WarningLedger.Turn;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.warning.SeriesState;
import cn.zhengai.testkit.net.FreePorts;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a server can do to a ledger, each with its name and a sentence that helps. */
class PostgresTroubleTest {
    @RegisterExtension
    static final Databases DATABASES = Databases.ofThisMachine();

    private static final PostgresLedger.Limits IMPATIENT =
            new PostgresLedger.Limits(Duration.ofMillis(200), Duration.ofSeconds(2));

    @TempDir
    Path folder;

    private Ledger open() {
        return PostgresLedger.open(DATABASES.access(folder), IMPATIENT);
    }

    /** In this test's schema. */
    private void execute(String... statements) {
        List<String> all = new ArrayList<>(List.of("SET search_path = " + DATABASES.schema(folder)));
        all.addAll(List.of(statements));
        DATABASES.execute(all.toArray(String[]::new));
    }

    @Test
    void tablesOfANewerVersionAreRefusedAndLeftAsTheyAre() {
        open().close();
        execute("INSERT INTO schema_version SELECT 99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x',"
                + " now(), 1, true");
        assertTrouble(Trouble.NEWER_VERSION, "版本是 99，本程序只认识到版本 8", this::open);
    }

    @Test
    void aServerThatStopsIsUnavailableUntilItIsBack() {
        try (Ledger ledger = open()) {
            ledger.warnings().keep(states(0, 3));
            DATABASES.server().kill();
            assertTrouble(
                    Trouble.UNAVAILABLE, "请检查数据库服务是否启动", () -> ledger.outbox().recent(1));
            assertTrouble(Trouble.UNAVAILABLE, "保存预警失败", () -> ledger.warnings().keep(states(1, 3)));
            assertTrouble(Trouble.UNAVAILABLE, "打开账本失败", this::open);
            DATABASES.server().restart();
            assertThat(positionOnceItIsBack(ledger)).isEqualTo(1);
            ledger.warnings().keep(states(1, 3));
            assertThat(ledger.warnings().position("w", 0)).isEqualTo(2);
        }
    }

    @Test
    void theSmallestPoolMakesItsTables(@TempDir Path home) {
        PostgresAccess smallest =
                new PostgresAccess(DATABASES.url(home), Optional.empty(), Optional.empty(), PostgresAccess.LEAST);
        try (Ledger ledger = PostgresLedger.open(smallest)) {
            assertThat(ledger.warnings().position("w", 0)).isZero();
        }
    }

    /** The pool asks less often the longer a server is away. */
    private static long positionOnceItIsBack(Ledger ledger) {
        Instant patience = Instant.now().plusSeconds(60);
        while (true) {
            try {
                return ledger.warnings().position("w", 0);
            } catch (PortException e) {
                assertThat(e.trouble()).isEqualTo(Trouble.UNAVAILABLE);
                assertThat(Instant.now()).isBefore(patience);
            }
        }
    }

    /** An administrator ends all our sessions: each call succeeds or says so, and soon all succeed again. */
    @Test
    void endedSessionsAreReplaced() {
        try (Ledger ledger = open()) {
            ledger.warnings().keep(states(0, 1));
            DATABASES.execute(
                    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'zhengai'");
            int failures = 0;
            for (int done = 0; done < 10; ) {
                try {
                    ledger.warnings().keep(states(ledger.warnings().position("w", 0), 1));
                    done++;
                } catch (PortException e) {
                    assertThat(e.trouble()).isEqualTo(Trouble.UNAVAILABLE);
                    failures++;
                }
            }
            assertThat(failures).isLessThanOrEqualTo(4);
            assertThat(ledger.warnings().position("w", 0)).isEqualTo(11);
        }
    }

    @Test
    void whatAnotherHoldsTooLongIsInUseAndReadersGoOn() throws SQLException {
        try (Ledger ledger = open();
                Connection other = DATABASES.server().connect();
                Statement statement = other.createStatement()) {
            ledger.outbox().put(0, 1, List.of());
            other.setAutoCommit(false);
            statement.execute("SELECT 1 FROM " + DATABASES.schema(folder) + ".place FOR UPDATE");
            assertTrouble(
                    Trouble.IN_USE, "pg_stat_activity", () -> ledger.outbox().put(1, 2, List.of()));
            assertThat(ledger.outbox().routedUpTo()).isEqualTo(1);
            other.rollback();
            ledger.outbox().put(1, 2, List.of());
            assertThat(ledger.outbox().routedUpTo()).isEqualTo(2);
        }
    }

    /** Ours is the one that the server breaks off; run again it waits for the other and succeeds. */
    @Test
    void ofTwoThatWaitForEachOtherBothSucceed() throws SQLException, InterruptedException, ExecutionException {
        String url = DATABASES.url(folder) + "&options=-c%20deadlock_timeout=50ms";
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Ledger ledger = PostgresLedger.open(Databases.access(url));
                Connection other = DATABASES.server().connect();
                Statement statement = other.createStatement()) {
            ledger.warnings().keep(marks(0, "0"));
            statement.execute("SET deadlock_timeout = '60s'");
            statement.execute("SET search_path = " + DATABASES.schema(folder));
            other.setAutoCommit(false);
            statement.execute("UPDATE mark SET remark = 'other' WHERE name = 'm'");
            Future<?> ours = thread.submit(() -> ledger.warnings().keep(marks(1, "ours")));
            waitForWaiter(statement);
            statement.execute("UPDATE place SET up_to = up_to WHERE owner = 'warner w'");
            other.commit();
            ours.get();
            assertThat(ledger.warnings().mark("m")).contains("ours");
            assertThat(ledger.warnings().position("w", 0)).isEqualTo(2);
        } finally {
            thread.shutdownNow();
        }
    }

    private static void waitForWaiter(Statement statement) throws SQLException {
        boolean waits = false;
        while (!waits) {
            try (var row = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
                row.next();
                waits = row.getInt(1) > 0;
            }
        }
    }

    /** The server's own error for a full disk, raised in the middle of a transaction. */
    @Test
    void aFullDiskIsSaidAndLeavesNothingHalf() {
        try (Ledger ledger = open()) {
            execute(
                    "CREATE FUNCTION full_disk() RETURNS trigger AS $$ BEGIN"
                            + " RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$ LANGUAGE plpgsql",
                    "CREATE TRIGGER full_disk BEFORE INSERT ON series_state FOR EACH ROW"
                            + " WHEN (NEW.subject = 'subject-500') EXECUTE FUNCTION full_disk()");
            assertTrouble(
                    Trouble.DISK_FULL, "清理数据库服务器的磁盘空间", () -> ledger.warnings().keep(states(0, 1000)));
            assertThat(ledger.warnings().position("w", 0)).isZero();
            ledger.warnings().keep(states(0, 500));
            assertThat(ledger.warnings().position("w", 0)).isEqualTo(1);
        }
    }

    @Test
    void whoMayNotIsRefused() {
        open().close();
        execute("CREATE ROLE stranger LOGIN", "GRANT USAGE ON SCHEMA " + DATABASES.schema(folder) + " TO stranger");
        String asStranger = DATABASES.url(folder).replace("user=postgres", "user=stranger");
        assertTrouble(Trouble.REFUSED, "用户、密码和权限", () -> PostgresLedger.open(Databases.access(asStranger)));
        String asNobody = DATABASES.url(folder).replace("user=postgres", "user=nobody");
        assertTrouble(Trouble.REFUSED, "打开账本失败", () -> PostgresLedger.open(Databases.access(asNobody), IMPATIENT));
    }

    @Test
    void aDatabaseThatIsNotThereIsRefused() {
        String url = DATABASES.url(folder).replace("/postgres?", "/nothing?");
        assertTrouble(Trouble.REFUSED, "/nothing?", () -> PostgresLedger.open(Databases.access(url), IMPATIENT));
        String schema = DATABASES.url(folder).replace("currentSchema=", "currentSchema=not_");
        assertTrouble(Trouble.REFUSED, "schema", () -> PostgresLedger.open(Databases.access(schema), IMPATIENT));
    }

    @Test
    void aDatabaseThatCannotHoldChineseIsRefused() {
        DATABASES.execute("CREATE DATABASE plain ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        String url = DATABASES.server().url().replace("/postgres?", "/plain?");
        assertTrouble(Trouble.REFUSED, "编码是 SQL_ASCII，请改用编码为 UTF8", () -> PostgresLedger.open(Databases.access(url)));
    }

    @Test
    void nobodyThereIsUnavailable() throws IOException {
        PostgresAccess access = new PostgresAccess(
                "jdbc:postgresql://localhost:" + FreePorts.one() + "/x?user=u&password=secret",
                Optional.empty(),
                Optional.of("other"),
                2);
        assertTrouble(Trouble.UNAVAILABLE, "user=u&password=***", () -> PostgresLedger.open(access, IMPATIENT));
        assertThatThrownBy(() -> PostgresLedger.open(access, IMPATIENT)).hasMessageNotContainingAny("secret", "other");
    }

    @Test
    void unknownWordsInTheTablesAreCorrupt() {
        try (Ledger ledger = open()) {
            execute("INSERT INTO notice VALUES (1,'n',1,'w','u','mail','a','t','b','{}',0,'LOST',0,0,'','',0)");
            assertTrouble(Trouble.CORRUPT, "LOST", () -> ledger.outbox().recent(5));
        }
    }

    /** A key longer than an index takes: the call is refused, and repeating it would not help. */
    @Test
    void whatIsTooLongIsRefused() {
        Random random = new Random(7);
        StringBuilder id = new StringBuilder();
        random.ints(5000, '一', '龥').forEach(id::appendCodePoint);
        try (Ledger ledger = open()) {
            BatchHead head = new BatchHead(id.toString(), "jw", Instant.EPOCH, false);
            assertTrouble(
                    Trouble.REFUSED,
                    "内容没有保存",
                    () -> ledger.intake().keep(new Intake.Receipt(head, 1, 0, Optional.empty(), ""), List.of()));
            assertThat(ledger.intake().sources()).isEmpty();
        }
    }

    @Test
    void aClosedLedgerIsUnavailable() {
        Ledger ledger = open();
        ledger.close();
        assertTrouble(Trouble.UNAVAILABLE, "读取通知失败", () -> ledger.outbox().recent(1));
        assertTrouble(Trouble.UNAVAILABLE, "保存通知失败", () -> ledger.outbox().put(0, 1, List.of()));
    }

    /** Also where the database is set to answer before that. */
    @Test
    void commitsAreOnTheDiskWhenTheyAreAnswered() {
        String url = DATABASES.url(folder) + "&options=-c%20synchronous_commit=off";
        try (Ledger ledger = PostgresLedger.open(Databases.access(url))) {
            execute(
                    "CREATE FUNCTION how() RETURNS trigger AS $$ BEGIN"
                            + " NEW.remark = current_setting('synchronous_commit'); RETURN NEW; END $$ LANGUAGE plpgsql",
                    "CREATE TRIGGER how BEFORE INSERT ON mark FOR EACH ROW EXECUTE FUNCTION how()");
            ledger.warnings().keep(marks(0, "0"));
            assertThat(ledger.warnings().mark("m")).contains("on");
        }
    }

    private static Turn states(long from, int count) {
        List<SeriesState> states = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            states.add(new SeriesState("p", "subject-" + i, i, 'W', i, 1, ""));
        }
        return new Turn("w", 0, from, from + 1, states, List.of(), List.of(), Map.of());
    }

    private static Turn marks(long from, String remark) {
        return new Turn("w", 0, from, from + 1, List.of(), List.of(), List.of(), Map.of("m", remark));
    }

    private static void assertTrouble(Trouble trouble, String says, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortException.class, e -> assertThat(e.trouble()).isEqualTo(trouble))
                .hasMessageContaining(says);
    }
}
