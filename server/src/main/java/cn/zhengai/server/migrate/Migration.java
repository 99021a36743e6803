package cn.zhengai.server.migrate;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.core.version.CatalogueVersion;
import cn.zhengai.server.record.Recorder;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.run.SharedStores;
import cn.zhengai.server.run.Stores;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Refusal;
import cn.zhengai.server.settings.Settings;
import cn.zhengai.server.settings.WholeFolder;
import cn.zhengai.storage.duckdb.DuckDbReadings;
import cn.zhengai.storage.duckdb.Options;
import cn.zhengai.storage.jdbc.LedgerPlace;
import cn.zhengai.storage.jdbc.LedgerRow;
import cn.zhengai.storage.jdbc.LedgerTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes a data folder into the distributed run, or a distributed run into a new data folder; which of the two, the settings
 * of both folders say. What is moved stays as it was; where it goes must be empty, and is usable only when everything is
 * there and compared equal.
 */
public final class Migration {
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final int MEGABYTE = 1 << 20;
    /** Bytes a reading takes in a data folder, about. */
    private static final int BYTES_A_READING = 60;

    private final Map<String, String> environment;
    private final InstantSource time;
    private final Progress progress;

    public Migration(Map<String, String> environment, InstantSource time, Progress progress) {
        this.environment = environment;
        this.time = time;
        this.progress = progress;
    }

    /**
     * Moves everything.
     *
     * @return what was compared; when it is not equal, the target stays unusable
     * @throws Refusal when the folders are not what they must be
     * @throws PortException when a store fails; clear the target and begin anew
     */
    public Report run(Path from, Path to) {
        if (!Files.exists(from.resolve("version"))) {
            throw new Refusal(Refusal.Cause.NOT_FOUND, from + " 不是诊改的数据目录。请用 --data 指定要迁移的数据目录。");
        }
        Settings was = settings(from);
        Settings is = settings(to);
        if (was.distributed().isPresent() == is.distributed().isPresent()) {
            throw new Refusal(
                    Refusal.Cause.SETTINGS,
                    was.distributed().isPresent()
                            ? "两个数据目录都是分布式运行的。迁回单机运行时，--to 应是一个新的空目录。"
                            : "两个数据目录都是单机运行的。迁到分布式运行时，--to 目录里的 zhengai.yaml 应写好 ledger 和 distributed，见 docs/migrate.md。");
        }
        try (DataFolder source = DataFolder.open(from)) {
            return was.distributed().isPresent() ? down(source, was, to) : up(source, was, to, is);
        } catch (IOException | UncheckedIOException failed) {
            throw new Refusal(Refusal.Cause.DISK, "读写文件失败：" + failed.getMessage() + "。请检查权限和磁盘空间后重新迁移。");
        }
    }

    private Settings settings(Path folder) {
        return Settings.read(folder.resolve("zhengai.yaml"), environment);
    }

    private Report up(DataFolder source, Settings was, Path target, Settings is) throws IOException {
        try (DataFolder folder = DataFolder.open(target)) {
            if (Files.exists(folder.catalogue())) {
                throw new Refusal(
                        Refusal.Cause.SETTINGS, "目标数据目录 " + target + " 里已有 catalogue。目录会从原数据目录复制过来：请移走它后重新迁移。");
            }
            Run run = Run.open(source, was, time);
            try (SharedStores shared = SharedStores.toFill(is, run::catalogue)) {
                Side to = side(shared);
                Emptiness.demand(to, shared.begun());
                progress.begin("计算完原数据目录中的预警", 0);
                run.evaluateAll();
                shared.begin();
                Side from = embedded(
                        run.stores(),
                        was.ledger().map(LedgerPlace::server).orElseGet(() -> LedgerPlace.file(source.ledger())));
                Report report = filled(from, to, shared);
                if (report.equal()) {
                    Belongings.up(source, folder);
                    shared.finish();
                    sayWhatIsLeft(source);
                }
                return report;
            } finally {
                run.close();
            }
        }
    }

    private Report filled(Side from, Side to, SharedStores shared) {
        try (Recorder recorder = shared.recorder(PATIENCE)) {
            Catching catching = new Catching(to.store(), recorder);
            new Up(from, to, new Filling(catching, home(to.ledger())), progress).run();
        }
        return new Comparison(from, to, progress).run();
    }

    /** The rows by which a ledger knows its home now. */
    private static List<LedgerRow> home(LedgerPlace ledger) {
        List<LedgerRow> rows = new ArrayList<>();
        for (String table : List.of("place", "mark")) {
            LedgerTables.each(ledger, table, row -> {
                if (Homely.isOfItsHome(row)) {
                    rows.add(row);
                }
            });
        }
        return rows;
    }

    private record Filling(Catching catching, List<LedgerRow> home) implements Up.Recording {
        @Override
        public void catchUp(Knowledge end) {
            catching.upTo(end);
        }
    }

    private Report down(DataFolder source, Settings was, Path target) throws IOException {
        demandNew(target);
        try (SharedStores shared = SharedStores.ofRun(was, time)) {
            demandAtRest(shared);
            Knowledge end = shared.stores().readings().log().end();
            Side from = side(shared);
            demandRoom(from, target);
            Report[] report = new Report[1];
            Path root = target.toAbsolutePath();
            Files.deleteIfExists(root);
            try {
                WholeFolder.make(root, part -> report[0] = fill(source, from, part, end));
            } catch (Unequal unequal) {
                return unequal.report;
            }
            sayWhatIsLeft(source);
            return report[0];
        }
    }

    private Report fill(DataFolder source, Side from, Path part, Knowledge end) throws IOException {
        try (DataFolder folder = DataFolder.open(part)) {
            LedgerPlace ledger = LedgerPlace.file(folder.ledger());
            ledger.open().close();
            Belongings.down(source, newest(from.ledger()), part);
            SeriesIndex index = new SeriesIndex();
            try (DuckDbReadings readings = DuckDbReadings.open(folder.readings(), index, Options.standard())) {
                Side to = new Side(readings.log(), readings.store(), index, Partitioning.ONE, ledger);
                int widened = new Down(from, to, part.resolve("sorting"), progress).run();
                Report report = new Comparison(from, to, progress).run();
                Pouring.demandEnd(from.log(), end);
                if (widened > 0) {
                    progress.say("有 " + widened + " 个保存的考核结果是与别的实例同时计算的，它们的知情范围按较大的取，重新解释时可能多算那一刻的采集值。");
                }
                if (!report.equal()) {
                    throw new Unequal(report);
                }
                return report;
            }
        }
    }

    /** Ends the making of a folder that is not as it must be. */
    private static final class Unequal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Report report;

        Unequal(Report report) {
            super("not equal");
            this.report = report;
        }
    }

    private static CatalogueVersion newest(LedgerPlace place) {
        try (Ledger ledger = place.open()) {
            List<CatalogueVersion.Head> heads = ledger.catalogues().heads();
            return ledger.catalogues()
                    .version(heads.get(heads.size() - 1).number())
                    .orElseThrow();
        }
    }

    private static void demandNew(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        try (var entries = Files.list(target)) {
            if (entries.findAny().isPresent()) {
                throw new Refusal(Refusal.Cause.SETTINGS, "目标 " + target + " 不是空目录。请用 --to 指定一个新的目录。");
            }
        }
    }

    private void demandAtRest(SharedStores shared) {
        List<String> readers = shared.readers();
        boolean[] held = new boolean[1];
        Instant now = time.instant();
        LedgerTables.each(
                shared.ledger(),
                "mark",
                row -> held[0] |= SharedStores.heldUntil(row.text("name"), row.text("remark"))
                        .isAfter(now));
        if (!readers.isEmpty() || held[0]) {
            throw new Refusal(Refusal.Cause.IN_USE, "分布式运行的实例还在运行（或停止不到半分钟）。请停止全部实例，等 30 秒后重新迁移。");
        }
        long undone = shared.undone();
        if (undone > 0) {
            throw new Refusal(
                    Refusal.Cause.IN_USE,
                    "日志里还有 " + undone + " 条采集值没有记录或计算。请启动角色 recorder 和 warner 的实例，等它们处理完再停止，然后重新迁移。");
        }
    }

    private void demandRoom(Side from, Path target) throws IOException {
        long readings = from.store().counts().inForce() + from.store().counts().superseded();
        long needed = readings * (Sorting.BYTES_AN_ENTRY + BYTES_A_READING) / MEGABYTE + 1;
        Path parent = target.toAbsolutePath().getParent();
        Path there = parent == null ? target.toAbsolutePath() : parent;
        Files.createDirectories(there);
        long free = Files.getFileStore(there).getUsableSpace() / MEGABYTE;
        progress.say("将迁移 " + readings + " 条采集值，过程中约需磁盘 " + needed + " MB（台账另计），现有 " + free + " MB。");
        if (free < needed) {
            throw new Refusal(Refusal.Cause.DISK, "磁盘空间不足：" + there + " 约需 " + needed + " MB，只有 " + free + " MB。");
        }
    }

    private void sayWhatIsLeft(DataFolder source) throws IOException {
        List<String> left = Belongings.left(source.root());
        if (!left.isEmpty()) {
            progress.say("没有迁移的文件（需要的请自行复制）：" + String.join("、", left) + "。");
        }
    }

    private static Side side(SharedStores shared) {
        Stores stores = shared.stores();
        return new Side(
                stores.readings().log(),
                stores.readings().store(),
                stores.index(),
                shared.partitioning(),
                shared.ledger());
    }

    private static Side embedded(Stores stores, LedgerPlace ledger) {
        return new Side(stores.readings().log(), stores.readings().store(), stores.index(), Partitioning.ONE, ledger);
    }
}
