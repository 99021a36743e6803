package cn.zhengai.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.port.WarningLedger.Turn;
import cn.zhengai.core.warning.SeriesState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the file and the disk can do to a ledger, each with its name and a sentence that helps. */
class SqliteTroubleTest {
    private static final SqliteLedger.Limits IMPATIENT =
            new SqliteLedger.Limits(Duration.ofMillis(50), Duration.ofSeconds(5), 1_000_000);

    @TempDir
    Path folder;

    @Test
    void aFileOfANewerVersionIsRefusedAndLeftAsItIs() throws SQLException {
        Path file = newLedger();
        execute(
                file,
                "INSERT INTO schema_version SELECT 99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x',"
                        + " CURRENT_TIMESTAMP, 1, 1");
        assertTrouble(Trouble.NEWER_VERSION, "版本是 99，本程序只认识到版本 8", () -> SqliteLedger.open(file));
    }

    @Test
    void aLockedFileIsInUse() throws SQLException {
        Path file = newLedger();
        try (Ledger ledger = SqliteLedger.open(file, IMPATIENT);
                Connection other = connect(file);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            assertTrouble(Trouble.IN_USE, "保存通知失败", () -> ledger.outbox().put(0, 1, List.of()));
            assertThat(ledger.outbox().routedUpTo()).as("readers go on").isZero();
            statement.execute("ROLLBACK");
            ledger.outbox().put(0, 1, List.of());
            assertThat(ledger.outbox().routedUpTo()).isEqualTo(1);
        }
    }

    @Test
    void aFileLockedAgainstReadersIsInUseWhenOpened() throws SQLException {
        Path file = folder.resolve("ledger.db");
        try (Connection other = connect(file);
                Statement statement = other.createStatement()) {
            statement.execute("CREATE TABLE x (y)");
            statement.execute("BEGIN EXCLUSIVE");
            assertTrouble(Trouble.IN_USE, "打开账本失败", () -> SqliteLedger.open(file, IMPATIENT));
        }
    }

    @Test
    void aFullDiskIsSaidAndLeavesNothingHalf() {
        SqliteLedger.Limits small = new SqliteLedger.Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), 100);
        Path file = folder.resolve("ledger.db");
        try (Ledger ledger = SqliteLedger.open(file, small)) {
            assertTrouble(Trouble.DISK_FULL, "清理磁盘空间", () -> ledger.warnings().keep(states(20_000)));
            assertThat(ledger.warnings().position("w", 0)).isZero();
            ledger.warnings().keep(states(10));
            assertThat(ledger.warnings().position("w", 0)).isEqualTo(1);
        }
    }

    @Test
    void aFileThatIsNoLedgerIsCorrupt() throws IOException {
        Path file = folder.resolve("ledger.db");
        Files.writeString(file, "这不是数据库。".repeat(1000), StandardCharsets.UTF_8);
        assertTrouble(Trouble.CORRUPT, "ledger.db", () -> SqliteLedger.open(file));
    }

    @Test
    void unknownWordsInTheFileAreCorrupt() throws SQLException {
        Path file = newLedger();
        execute(file, "INSERT INTO notice VALUES (1,'n',1,'w','u','mail','a','t','b','{}',0,'LOST',0,0,'','',0)");
        try (Ledger ledger = SqliteLedger.open(file)) {
            assertTrouble(Trouble.CORRUPT, "LOST", () -> ledger.outbox().recent(5));
        }
    }

    @Test
    void aFolderInPlaceOfTheFileIsUnavailable() throws IOException {
        Path file = Files.createDirectory(folder.resolve("ledger.db"));
        assertTrouble(Trouble.UNAVAILABLE, "读写权限", () -> SqliteLedger.open(file));
        Path below = Files.writeString(folder.resolve("plain"), "x").resolve("ledger.db");
        assertTrouble(Trouble.UNAVAILABLE, "打开账本失败", () -> SqliteLedger.open(below));
    }

    @Test
    void aClosedLedgerIsUnavailable() {
        Ledger ledger = SqliteLedger.open(folder.resolve("ledger.db"));
        ledger.close();
        assertTrouble(Trouble.UNAVAILABLE, "读取通知失败", () -> ledger.outbox().recent(1));
        assertTrouble(Trouble.UNAVAILABLE, "保存通知失败", () -> ledger.outbox().put(0, 1, List.of()));
    }

    @Test
    void missingFoldersAreMade() {
        try (Ledger ledger = SqliteLedger.open(folder.resolve("数据 目录/x/ledger.db"))) {
            assertThat(ledger.outbox().routedUpTo()).isZero();
        }
    }

    @Test
    void commitsAreSynchronisedInAWriteAheadLog() throws SQLException {
        Path file = newLedger();
        try (Ledger ledger = SqliteLedger.open(file)) {
            ledger.outbox().put(0, 1, List.of());
            assertThat(Path.of(file + "-wal")).isNotEmptyFile();
        }
        assertThat(Path.of(file + "-wal")).as("folded in at the end").doesNotExist();
    }

    private Path newLedger() {
        Path file = folder.resolve("ledger.db");
        SqliteLedger.open(file).close();
        return file;
    }

    private static Turn states(int count) {
        List<SeriesState> states = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            states.add(new SeriesState("p", "subject-" + i, i, 'W', i, 1, ""));
        }
        return new Turn("w", 0, 0, 1, states, List.of(), List.of(), Map.of());
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void assertTrouble(Trouble trouble, String says, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortException.class, e -> assertThat(e.trouble()).isEqualTo(trouble))
                .hasMessageContaining(says);
    }
}
