package cn.zhengai.server.backup;

import cn.zhengai.core.port.PortException;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.storage.duckdb.ReadingsInspection;
import cn.zhengai.storage.jdbc.SqliteCopy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A backup, held against what it says of itself: every file by its hash, both stores by what they hold.
 *
 * @param readings kept in it
 */
public record Verification(Instant madeAt, int files, long readings) {
    private static final int NAMED = 5;

    /**
     * Reads the backup whole; changes nothing.
     *
     * @throws BackupUnsound naming what is missing, changed or too new
     */
    public static Verification of(Path backup) {
        Manifest manifest = Manifest.read(backup);
        if (manifest.dataVersion() > DataFolder.VERSION) {
            throw new BackupUnsound("备份 " + backup + " 由更新的版本（" + manifest.program() + "）写成。请升级诊改程序后再用它。");
        }
        try {
            manifest.demandWhole(backup);
            demandSameFiles(backup, manifest);
            demandSameContent(backup, manifest);
        } catch (IOException failure) {
            throw new BackupUnsound("无法读取备份 " + backup + "：" + failure.getMessage() + "。请检查磁盘和权限。");
        } catch (PortException failure) {
            throw new BackupUnsound("备份 " + backup + " 无法打开：" + failure.getMessage());
        }
        return new Verification(
                Instant.parse(manifest.madeAt()),
                manifest.files().size(),
                manifest.readings().readings());
    }

    private static void demandSameFiles(Path backup, Manifest manifest) throws IOException {
        Map<String, FileSum> found = Contents.sums(backup);
        List<String> wrong = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(manifest.files().keySet());
        names.addAll(found.keySet());
        for (String name : names) {
            if (!found.containsKey(name)) {
                wrong.add(name + "（缺少）");
            } else if (!manifest.files().containsKey(name)) {
                wrong.add(name + "（多出）");
            } else if (!found.get(name).equals(manifest.files().get(name))) {
                wrong.add(name + "（内容已变）");
            }
        }
        if (!wrong.isEmpty()) {
            String named = String.join("、", wrong.subList(0, Math.min(NAMED, wrong.size())));
            throw new BackupUnsound("备份 " + backup + " 有 " + wrong.size() + " 个文件与清单不符：" + named + "。请换一份备份。");
        }
    }

    private static void demandSameContent(Path backup, Manifest manifest) throws IOException {
        ReadingsInspection readings = Inspections.readings(backup.resolve("readings.duckdb"));
        Map<String, Long> ledger = SqliteCopy.inspect(backup.resolve("ledger.sqlite"));
        if (!readings.equals(manifest.readings()) || !ledger.equals(manifest.ledger())) {
            throw new BackupUnsound("备份 " + backup + " 里的采集值或台账与清单不符。请换一份备份。");
        }
    }
}
