package cn.zhengai.server.run;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.port.WarningLedger.Turn;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Refusal;
import cn.zhengai.storage.jdbc.PostgresAccess;
import cn.zhengai.storage.jdbc.PostgresLedger;
import cn.zhengai.storage.jdbc.SqliteLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the ledger of a data folder is: in the folder, or in PostgreSQL. A folder keeps the ledger it began with, and a
 * ledger its folder: positions in the log of one folder say nothing about another, and people would be told again what
 * they know. A folder whose ledger is elsewhere has a name of its own, which both keep.
 */
final class LedgerHome {
    /** In the ledger: the folder's name. */
    static final String MARK = "data-folder";

    private final DataFolder folder;

    LedgerHome(DataFolder folder) {
        this.folder = folder;
    }

    /**
     * Opens the ledger.
     *
     * @throws Refusal when folder and ledger do not belong together
     * @throws PortException when it cannot be opened
     */
    Ledger open(Optional<PostgresAccess> elsewhere) {
        return elsewhere.isPresent() ? elsewhere(elsewhere.get()) : inFolder();
    }

    private Ledger inFolder() {
        if (Files.exists(folder.ledgerElsewhere())) {
            throw refusal("数据目录 " + folder.root() + " 的台账在 PostgreSQL 中，设置里却没有 ledger。"
                    + "请在 zhengai.yaml 里写上它的地址（ledger 的 url、user、password）再启动。");
        }
        return SqliteLedger.open(folder.ledger());
    }

    private Ledger elsewhere(PostgresAccess access) {
        if (Files.exists(folder.ledger())) {
            throw refusal(
                    "数据目录 " + folder.root() + " 已有自己的台账 " + folder.ledger().getFileName()
                            + "，不能改用 PostgreSQL：那里没有它的预警和进度。请去掉设置 ledger；要用 PostgreSQL，请用 --data 指定一个新的数据目录。");
        }
        Ledger ledger = PostgresLedger.open(access);
        try {
            demandOurs(ledger.warnings(), access);
            return ledger;
        } catch (IOException e) {
            ledger.close();
            throw new Refusal(
                    Refusal.Cause.DISK, "无法写入 " + folder.ledgerElsewhere() + "：" + e.getMessage() + "。请检查权限和磁盘空间。");
        } catch (RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    /** A name that was not yet final when the process ended is used again. */
    private void demandOurs(WarningLedger ledger, PostgresAccess access) throws IOException {
        Path file = folder.ledgerElsewhere();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        boolean known = Files.exists(file);
        if (!known && !Files.exists(part)) {
            Files.writeString(part, UUID.randomUUID() + "\n");
        }
        String name = Files.readString(known ? file : part).strip();
        Optional<String> kept = ledger.mark(MARK);
        if (kept.isEmpty() && known) {
            throw refusal(
                    "台账 " + access.shown() + " 是空的，而数据目录 " + folder.root() + " 已有台账。请检查设置 ledger 的地址，或先从备份恢复那个数据库。");
        }
        if (kept.isEmpty()) {
            claim(ledger, name, access);
        } else if (!kept.get().equals(name)) {
            throw taken(access);
        }
        if (!known) {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void claim(WarningLedger ledger, String name, PostgresAccess access) {
        try {
            ledger.keep(new Turn(MARK, 0, 0, 1, List.of(), List.of(), List.of(), Map.of(MARK, name)));
        } catch (PortException e) {
            throw e.trouble() == Trouble.STALE ? taken(access) : e;
        }
    }

    private Refusal taken(PostgresAccess access) {
        return refusal(
                "台账 " + access.shown() + " 属于另一个数据目录，不能与 " + folder.root() + " 共用。请用那个数据目录启动，或为这个数据目录另建一个数据库（或模式）。");
    }

    private static Refusal refusal(String sentence) {
        return new Refusal(Refusal.Cause.SETTINGS, sentence);
    }
}
