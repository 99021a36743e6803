package cn.zhengai.server.demo;

import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.catalogue.StarterCatalogue;
import cn.zhengai.collector.file.FileOutcome;
import cn.zhengai.collector.file.Progress;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.port.CatalogueLedger;
import cn.zhengai.core.version.CatalogueVersion;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Refusal;
import cn.zhengai.server.settings.WholeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A demo college in a data folder: written once from its seed, then fed by the exports of its business systems through
 * the same way as any college's. Starting again goes on where it stopped.
 */
public final class Demo {
    private static final long SEED = 20170920;
    /** A file of the catalogue that only a demo college has. */
    static final String SOURCES = "sources/demo.yaml";

    private static final String SETTINGS = """
            # 演示设置：预警邮件写成 .eml 文件，放在数据目录的 mail 文件夹里，可用邮件软件打开。
            mail:
              pickup: mail
              from: zhengai@haitang.example
            """;

    private final DataFolder folder;
    private final LocalDate today;

    /** @param today the first day that is not told yet, in the college's zone */
    public Demo(DataFolder folder, LocalDate today) {
        this.folder = folder;
        this.today = today;
    }

    /** Is told how the feed goes on. */
    public interface Watcher {
        /** A span of days begins; {@code done} of {@code total} are over. */
        void span(int done, int total, String text);
    }

    /** Writes catalogue and settings, unless the folder has a catalogue; true when it did. */
    public boolean prepare() {
        if (Files.exists(folder.catalogue())) {
            return false;
        }
        try {
            if (!Files.exists(folder.settings())) {
                Files.writeString(folder.settings(), SETTINGS);
            }
            WholeFolder.make(folder.catalogue(), this::write);
            return true;
        } catch (IOException e) {
            throw new Refusal(
                    Refusal.Cause.DISK, "无法写入演示学校的目录 " + folder.catalogue() + "：" + e.getMessage() + "。请检查权限和磁盘空间。");
        }
    }

    private void write(Path to) throws IOException {
        StarterCatalogue.unpackTo(to);
        Catalogue starter = starter(to);
        DemoCollege college = new DemoCollege(starter, SEED);
        DemoFiles files = new DemoFiles(to);
        files.subjects(college.people());
        files.sources(starter.leadOffices());
        DemoGoals goals = new DemoGoals(starter, college.dice(), today);
        for (Cycle year : years(starter)) {
            files.goals(year.id(), college.goals(goals, year.id()));
        }
    }

    private static Catalogue starter(Path folder) {
        return CatalogueFolder.read(folder)
                .catalogue()
                .orElseThrow(() -> new IllegalStateException("the starter catalogue has errors"));
    }

    /** The calendar years of this year and the last. */
    private List<Cycle> years(Catalogue catalogue) {
        return catalogue.cycles().values().stream()
                .filter(c -> c.kind() == Cycle.Kind.YEAR)
                .filter(c -> c.from().getYear() == today.getYear() || c.from().getYear() == today.getYear() - 1)
                .toList();
    }

    /**
     * Takes in what the business systems have exported since the last time, answers old warnings, and assesses.
     *
     * @param time of the run
     */
    public void feed(Run run, DemoTime time, Watcher watcher) {
        try {
            if (isDemo(run)) {
                export(run, time, watcher);
            }
        } catch (IOException e) {
            throw new Refusal(Refusal.Cause.DISK, "无法写入演示数据：" + e.getMessage() + "。请检查权限和磁盘空间。");
        } finally {
            time.goOn();
        }
    }

    /** Never feeds a college that is not a demo one. The catalogue of a distributed run is in its ledger. */
    private boolean isDemo(Run run) {
        if (!run.distributed()) {
            return Files.exists(folder.catalogue().resolve(SOURCES));
        }
        CatalogueLedger catalogues = run.stores().ledger().catalogues();
        List<CatalogueVersion.Head> heads = catalogues.heads();
        return !heads.isEmpty()
                && catalogues
                        .version(heads.get(heads.size() - 1).number())
                        .filter(newest -> newest.files().containsKey(SOURCES))
                        .isPresent();
    }

    private void export(Run run, DemoTime time, Watcher watcher) throws IOException {
        DemoCollege college = new DemoCollege(run.catalogue(), SEED);
        DemoFeed feed = DemoFeed.open(folder.root().resolve("demo-until"), today);
        LiveWeek week = LiveWeek.from(feed.live());
        DemoExports exports = new DemoExports(run.catalogue(), college, week);
        List<DemoFeed.Span> spans = feed.spans();
        Path month = folder.root().resolve("exports");
        for (int i = 0; i < spans.size(); i++) {
            DemoFeed.Span span = spans.get(i);
            watcher.span(i, spans.size(), span.from().toString());
            Instant until = span.until().atStartOfDay(run.catalogue().zone()).toInstant();
            if (span.history()) {
                time.standAt(until);
            } else {
                time.goOn();
            }
            take(run, exports.write(month, span.from(), span.until()), span.history());
            if (span.from().equals(feed.live())) {
                corrections(run, month, week, exports, feed.live());
            }
            if (span.history()) {
                new DemoAnswers(run.catalogue(), college.dice())
                        .answer(run.stores().ledger().warnings(), until);
            }
            feed.reached(span.until());
        }
        time.goOn();
        watcher.span(spans.size(), spans.size(), "考核");
        for (Cycle year : years(run.catalogue())) {
            if (!spans.isEmpty() || run.assessments().newest(year.id()).isEmpty()) {
                run.assessments().assess(year.id());
            }
        }
    }

    private static void corrections(Run run, Path folder, LiveWeek week, DemoExports exports, LocalDate live)
            throws IOException {
        List<Path> files = new ArrayList<>(week.write(folder));
        new MonthlyReview(run.catalogue(), exports).write(folder, live).ifPresent(files::add);
        take(run, files, false);
    }

    private static void take(Run run, List<Path> files, boolean history) throws IOException {
        for (Path file : files) {
            for (FileOutcome outcome : run.files().run(file, Optional.empty(), history, Progress.UNSEEN)) {
                if (outcome.status() == FileOutcome.Status.REFUSED
                        || outcome.status() == FileOutcome.Status.POSTPONED) {
                    throw new IOException(outcome.file() + "：" + outcome.sentence());
                }
            }
        }
        run.evaluateAll();
    }
}
