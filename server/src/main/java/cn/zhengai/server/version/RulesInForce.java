package cn.zhengai.server.version;

import cn.zhengai.alerting.rule.RuleBook;
import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.catalogue.ChangeNote;
import cn.zhengai.catalogue.FolderReading;
import cn.zhengai.catalogue.finding.Finding;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.port.CatalogueLedger;
import cn.zhengai.core.version.CatalogueVersion.Head;
import cn.zhengai.core.version.Editions;
import cn.zhengai.core.version.KeptEditions;
import cn.zhengai.server.settings.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalogue in force and the rules made of it. A clean text of the folder that is not the newest version becomes one,
 * and takes over on its day; with errors what is in force stays in force, and the log says what is wrong.
 */
public final class RulesInForce {
    private static final Logger LOG = LoggerFactory.getLogger(RulesInForce.class);

    private static final int FIRST_VERSION_LOOKS = 60;

    private final Optional<Path> folder;
    private final CatalogueLedger ledger;
    private final InstantSource time;
    private final Publishing publishing;
    private final KeptCatalogues kept;
    private Map<Path, String> seen;
    private volatile List<Head> heads;
    private volatile InForce inForce;

    /**
     * Takes the folder's text over, when it is new, under its {@link ChangeNote}.
     *
     * @param reading of the folder
     * @param drafting whether nothing was taken in yet; see {@link Publishing}
     * @throws Refusal listing every error when the catalogue or its note has any
     */
    public RulesInForce(
            Path folder, FolderReading reading, CatalogueLedger ledger, BooleanSupplier drafting, InstantSource time) {
        this.folder = Optional.of(folder);
        this.ledger = ledger;
        this.time = time;
        this.publishing = new Publishing(ledger, drafting, time);
        this.kept = new KeptCatalogues(ledger);
        this.seen = Stamps.of(folder);
        this.heads = ledger.heads();
        Catalogue text = reading.reading()
                .catalogue()
                .orElseThrow(() -> refusal(folder, reading.reading().findings()));
        ChangeNote.Read note = ChangeNote.read(folder);
        if (!note.findings().isEmpty()) {
            throw refusal(folder, note.findings());
        }
        if (newest(text)) {
            kept.remember(heads.get(heads.size() - 1).number(), text);
        } else {
            publish(folder, note.note(), text, reading);
        }
        this.inForce = InForce.on(today(text), heads, kept);
    }

    private RulesInForce(CatalogueLedger ledger, List<Head> heads, InstantSource time) {
        this.folder = Optional.empty();
        this.ledger = ledger;
        this.time = time;
        this.publishing = new Publishing(ledger, () -> false, time);
        this.kept = new KeptCatalogues(ledger);
        this.seen = Map.of();
        this.heads = heads;
        this.inForce = InForce.on(today(kept.apply(heads.get(heads.size() - 1).number())), heads, kept);
    }

    /**
     * Follows the versions that another instance publishes, without a folder of its own. Waits a while for the first.
     *
     * @throws Refusal when there is none
     */
    public static RulesInForce following(CatalogueLedger ledger, InstantSource time) {
        for (int look = 0; look < FIRST_VERSION_LOOKS; look++) {
            List<Head> heads = ledger.heads();
            if (!heads.isEmpty()) {
                return new RulesInForce(ledger, heads, time);
            }
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new Refusal(
                Refusal.Cause.CATALOGUE,
                "台账中还没有目录，本实例的数据目录里也没有 catalogue 文件夹。请在一个实例（通常是 console）的数据目录里放好目录并启动它，再启动其他实例。");
    }

    private static Refusal refusal(Path folder, List<Finding> findings) {
        return new Refusal(
                Refusal.Cause.CATALOGUE,
                findings.stream().map(Object::toString).collect(Collectors.joining("\n")) + "\n目录 " + folder
                        + " 有错误，未启动。请按上面的说明修改，并用 zhengai check " + folder + " 检查。");
    }

    private boolean newest(Catalogue text) {
        return !heads.isEmpty() && heads.get(heads.size() - 1).digest().equals(text.digest());
    }

    private LocalDate today(Catalogue catalogue) {
        return LocalDate.ofInstant(time.instant(), catalogue.zone());
    }

    private Head publish(Path from, ChangeNote note, Catalogue text, FolderReading reading) {
        publishing.refused(note, text, heads).ifPresent(why -> {
            throw new Refusal(Refusal.Cause.CATALOGUE, why);
        });
        Head head = publishing.publish(note, text, reading.texts());
        kept.remember(head.number(), text);
        heads = ledger.heads();
        LOG.info("{}", head.sentence());
        EndedCycles.unheard(head, text, editions(), today(text)).forEach(sentence -> LOG.warn("{}", sentence));
        try {
            ChangeNote.putAside(from, head.number());
        } catch (IOException e) {
            LOG.warn("变更说明 {} 无法移走：{}。请删除它，否则下一次改动会沿用同样的说明", ChangeNote.FILE, e.getMessage());
        }
        return head;
    }

    /**
     * Keeps the folder's text as a version of its own, also when it is the newest already: under another date, author or
     * reason.
     *
     * @throws Refusal when the folder has errors, or a date in the past has no reason
     */
    public synchronized Head publish(ChangeNote note) {
        Path from = folder.orElseThrow(
                () -> new Refusal(Refusal.Cause.CATALOGUE, "本实例的数据目录里没有 catalogue 文件夹，请在有目录文件夹的那个实例上发布。"));
        FolderReading reading = CatalogueFolder.readWithTexts(from);
        Catalogue text = reading.reading()
                .catalogue()
                .orElseThrow(() -> refusal(from, reading.reading().findings()));
        Head head = publish(from, note, text, reading);
        inForce = InForce.on(today(text), heads, kept);
        return head;
    }

    /** What the newest version says about cycles that are over, where that changes nothing; sentences. */
    public List<String> unheard() {
        Head newest = heads.get(heads.size() - 1);
        Catalogue text = kept.apply(newest.number());
        return EndedCycles.unheard(newest, text, editions(), today(text));
    }

    public Catalogue catalogue() {
        return inForce.catalogue();
    }

    public RuleBook book() {
        return inForce.book();
    }

    /** All versions as catalogues. */
    public Editions editions() {
        return new KeptEditions(() -> heads, kept);
    }

    /** Looks whether files or the day changed; true when other rules took over. Called by one thread. */
    public synchronized boolean look() {
        boolean published = folder.isPresent() && lookAt(folder.get());
        published |= heardOfOthers();
        LocalDate today = today(inForce.catalogue());
        if (!published && !inForce.day().isBefore(today)) {
            return false;
        }
        InForce before = inForce;
        if (!published && !before.changesUntil(today, heads)) {
            inForce = new InForce(today, before.version(), before.catalogue(), before.book());
            return false;
        }
        inForce = InForce.on(today, heads, kept);
        LOG.info(
                "按{}：{} 个质控点，{} 个诊改主体",
                inForce.version().sentence(),
                inForce.catalogue().points().size(),
                inForce.catalogue().subjects().size());
        return true;
    }

    /** True when another instance published a version. */
    private boolean heardOfOthers() {
        List<Head> now = ledger.heads();
        if (now.equals(heads)) {
            return false;
        }
        heads = now;
        return true;
    }

    /** True when a text became a version. */
    private boolean lookAt(Path from) {
        Map<Path, String> now = Stamps.of(from);
        if (now.equals(seen)) {
            return false;
        }
        seen = now;
        FolderReading reading = CatalogueFolder.readWithTexts(from);
        Optional<Catalogue> text = reading.reading().catalogue();
        if (text.isEmpty()) {
            reading.reading().findings().forEach(f -> LOG.warn("目录有错误，继续使用原目录：{}", f));
            return false;
        }
        if (newest(text.get())) {
            return false;
        }
        ChangeNote.Read note = ChangeNote.read(from);
        note.findings().forEach(f -> LOG.warn("变更说明有错误，目录的改动暂不采用：{}", f));
        Optional<String> refused = publishing.refused(note.note(), text.get(), heads);
        refused.ifPresent(why -> LOG.warn("目录的改动暂不采用：{}", why));
        if (!note.findings().isEmpty() || refused.isPresent()) {
            return false;
        }
        Head head = publish(from, note.note(), text.get(), reading);
        if (head.from().isAfter(today(text.get()))) {
            LOG.info("第 {} 版到 {} 才施行，此前继续使用现行目录", head.number(), head.from());
        }
        return true;
    }
}
