package cn.zhengai.server.migrate;

import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.server.settings.Refusal;
import cn.zhengai.storage.jdbc.LedgerTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A migration fills what is empty: what is there already would be mixed up with it. */
final class Emptiness {
    private Emptiness() {}

    /**
     * Refuses a side that holds anything.
     *
     * @param begun a migration into it was broken off
     * @throws Refusal that says what is to be cleared
     */
    static void demand(Side to, boolean begun) {
        List<String> full = new ArrayList<>();
        if (!to.log().end().equals(Knowledge.NONE)) {
            full.add("Kafka 主题 zhengai.readings 里已有采集值（请删除主题 zhengai.readings 和 zhengai.rejected，会自动重建）");
        }
        ReadingStore.Counts counts = to.store().counts();
        if (counts.series() > 0 || !to.store().known().equals(Knowledge.NONE)) {
            full.add("InfluxDB 里已有采集值（请删除并重建设置 distributed.influxdb.bucket 所指的 bucket 或数据库）");
        }
        if (!ledgerIsNew(to)) {
            full.add("PostgreSQL 台账 " + to.ledger().shown() + " 里已有内容（请删除并重建那个数据库或模式）");
        }
        if (!full.isEmpty()) {
            throw new Refusal(
                    Refusal.Cause.SETTINGS,
                    (begun ? "上一次迁移没有完成。" : "") + "迁移的目标必须是空的：" + String.join("；", full)
                            + "。确认其中没有需要的数据、清空后再重新运行本命令；原来的数据没有改动。");
        }
    }

    /** The row from which facts are numbered is always there. */
    private static boolean ledgerIsNew(Side to) {
        Map<String, Long> rows = LedgerTables.rows(to.ledger());
        List<Boolean> used = new ArrayList<>();
        LedgerTables.each(
                to.ledger(), "place", row -> used.add(!row.text("owner").equals("facts") || row.number("up_to") > 0));
        return !used.contains(true)
                && rows.entrySet().stream().allMatch(table -> table.getKey().equals("place") || table.getValue() == 0);
    }
}
