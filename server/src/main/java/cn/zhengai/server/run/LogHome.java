package cn.zhengai.server.run;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.port.WarningLedger.Turn;
import cn.zhengai.server.settings.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The log that a shared ledger belongs to. Positions in one log say nothing about another: a ledger keeps the log it
 * began with, by the name of the cluster, the topic and the number of its partitions.
 */
final class LogHome {
    /** In the ledger: the log's name. */
    static final String MARK = "log";

    private static final String MIGRATING = "migrating ";

    private LogHome() {}

    /**
     * The ledger is being filled by a migration: from now on it is nobody's, until {@link #migrated}.
     *
     * @throws PortException {@link Trouble#STALE} when it is somebody's
     */
    static void migrating(WarningLedger ledger, String log) {
        keep(ledger, 0, MIGRATING + log);
    }

    /** The migration is complete: the ledger belongs to this log. */
    static void migrated(WarningLedger ledger, String log) {
        keep(ledger, 1, log);
    }

    private static void keep(WarningLedger ledger, long from, String name) {
        ledger.keep(new Turn(MARK, 0, from, from + 1, List.of(), List.of(), List.of(), Map.of(MARK, name)));
    }

    /** Of one whose migration was broken off. */
    static boolean halfMigrated(WarningLedger ledger) {
        return ledger.mark(MARK).filter(name -> name.startsWith(MIGRATING)).isPresent();
    }

    /** @throws Refusal when a migration into it was broken off, or is not yet done */
    static void demandComplete(WarningLedger ledger) {
        if (halfMigrated(ledger)) {
            throw refusal("有一次 zhengai migrate 还没有完成，或中途停止了，数据不完整，不能启动。请等它完成；已经停止的，请清空主题、InfluxDB 和 PostgreSQL 后重新迁移。");
        }
    }

    /** @throws Refusal when the ledger belongs to another log, or to a data folder */
    static void demand(WarningLedger ledger, String log) {
        if (ledger.mark(LedgerHome.MARK).isPresent()) {
            throw refusal("台账属于一个单机运行的数据目录，不能直接用于分布式运行。请另建一个数据库，并用 zhengai migrate 迁移。");
        }
        demandComplete(ledger);
        Optional<String> kept = ledger.mark(MARK);
        if (kept.isEmpty()) {
            claim(ledger, log);
        } else if (!kept.get().equals(log)) {
            throw another(kept.get(), log);
        }
    }

    private static void claim(WarningLedger ledger, String log) {
        try {
            keep(ledger, 0, log);
        } catch (PortException failed) {
            if (failed.trouble() != Trouble.STALE) {
                throw failed;
            }
            String first = ledger.mark(MARK).orElse("");
            if (!first.equals(log)) {
                throw another(first, log);
            }
        }
    }

    private static Refusal another(String kept, String log) {
        return refusal("台账的读取位置属于另一个采集值日志：台账记的是 " + kept + "，现在连接的是 " + log
                + "（集群/主题/分区数）。换了集群、主题或分区数，位置就不再对应，采集值会漏算。请改回原来的设置；要换日志，趁原来的还在，用 zhengai migrate 先迁回单机运行，再迁到新的日志。");
    }

    private static Refusal refusal(String sentence) {
        return new Refusal(Refusal.Cause.SETTINGS, sentence);
    }
}
