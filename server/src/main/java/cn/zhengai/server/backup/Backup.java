package cn.zhengai.server.backup;

import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Refusal;
import cn.zhengai.storage.duckdb.DuckDbReadings;
import cn.zhengai.storage.duckdb.ReadingsInspection;
import cn.zhengai.storage.jdbc.SqliteCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * A folder with everything of a data folder, as of one moment, made while it is in use.
 *
 * <p>The ledger is copied first and the readings after it. So the readings hold at least what the ledger knows of: a
 * process that starts on the copy reads on in the log where the ledger stood, as after a kill. The other way round the
 * ledger would speak of readings that are not there.
 *
 * <p>Both copies are opened and read through once before the manifest is written; the manifest comes last and the folder
 * then gets its name, so what has a name is whole.
 */
public final class Backup {
    /** Backups inside the data folder itself, when nobody said where. */
    public static final String OWN_FOLDER = "backups";

    static final String PREFIX = "zhengai-";
    private static final String PART = ".part";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final DataFolder folder;
    private final DuckDbReadings readings;
    private final ZoneId zone;
    private final String program;

    /**
     * Of an open data folder.
     *
     * @param zone of the time in the backup's name
     * @param program version of this program
     */
    public Backup(DataFolder folder, DuckDbReadings readings, ZoneId zone, String program) {
        this.folder = folder;
        this.readings = readings;
        this.zone = zone;
        this.program = program;
    }

    /**
     * Makes one.
     *
     * @param into the folder that gets a new folder {@code zhengai-<time>}
     * @return that folder
     * @throws Refusal when the ledger is elsewhere, there is no room, or {@code into} cannot be written
     * @throws cn.zhengai.core.port.PortException when a store cannot be copied
     */
    public Made make(Path into, Instant now) {
        demandLedgerHere();
        String name = name(now, zone);
        Path part = into.resolve(name + PART);
        try {
            Files.createDirectories(into);
            demandRoom(into);
            if (Files.exists(into.resolve(name))) {
                throw new Refusal(Refusal.Cause.DISK, "备份 " + into.resolve(name) + " 已存在。请一秒后再试，或指定另一个文件夹。");
            }
            Disk.deleteAll(part);
            Files.createDirectories(part);
            Manifest manifest = fill(part, now);
            manifest.write(part);
            Disk.syncFolder(part);
            Path done = into.resolve(name);
            Files.move(part, done, StandardCopyOption.ATOMIC_MOVE);
            Disk.syncFolder(into);
            return new Made(done, manifest.readings().readings(), Disk.size(done));
        } catch (IOException failure) {
            throw new Refusal(
                    Refusal.Cause.DISK, "无法写入备份 " + part + "：" + failure.getMessage() + "。请检查路径、权限和磁盘空间；数据未受影响。");
        } finally {
            leaveNothing(part);
        }
    }

    /** Names rise with time. */
    static String name(Instant at, ZoneId zone) {
        return PREFIX + STAMP.format(at.atZone(zone));
    }

    private Manifest fill(Path part, Instant now) throws IOException {
        Path ledger = part.resolve(folder.ledger().getFileName().toString());
        SqliteCopy.make(folder.ledger(), ledger);
        Path copy = part.resolve(folder.readings().getFileName().toString());
        readings.copyTo(copy);
        Contents.copy(folder.root(), part);
        Disk.sync(ledger);
        Disk.sync(copy);
        ReadingsInspection inspected = Inspections.readings(copy);
        Map<String, Long> rows = SqliteCopy.inspect(ledger);
        return new Manifest(program, DataFolder.VERSION, now.toString(), inspected, rows, Contents.sums(part), "")
                .sealed();
    }

    /** A copy without the ledger would be no backup. */
    private void demandLedgerHere() {
        if (Files.exists(folder.ledgerElsewhere())) {
            throw new Refusal(
                    Refusal.Cause.SETTINGS,
                    "没有备份：台账在 PostgreSQL 中，不在数据目录 " + folder.root() + " 里，只备份数据目录没有用。"
                            + "请停止服务，用 pg_dump 备份台账，再复制整个数据目录；步骤见 docs/backup.md。");
        }
    }

    private void demandRoom(Path into) throws IOException {
        long needed = Contents.size(folder.root(), into) + Disk.size(folder.readings()) + Disk.size(folder.ledger());
        long free = Files.getFileStore(into).getUsableSpace();
        if (free < needed) {
            throw new Refusal(
                    Refusal.Cause.DISK,
                    String.format(
                            Locale.ROOT,
                            "备份大约需要 %,d MB，而 %s 所在的磁盘只剩 %,d MB。请清理磁盘，或用 --to 指定另一个文件夹。",
                            needed >> 20,
                            into,
                            free >> 20));
        }
    }

    private static void leaveNothing(Path part) {
        try {
            Disk.deleteAll(part);
        } catch (IOException nextOneTriesAgain) {
            part.toFile().deleteOnExit();
        }
    }

    /**
     * A backup that is whole.
     *
     * @param readings kept in it, revisions included
     * @param bytes on the disk
     */
    public record Made(Path folder, long readings, long bytes) {
        public String sentence() {
            return String.format(
                    Locale.ROOT, "备份已完成并核对：%s（%,d 条采集值，%,d MB）", folder, readings, Math.max(1, bytes >> 20));
        }
    }
}
