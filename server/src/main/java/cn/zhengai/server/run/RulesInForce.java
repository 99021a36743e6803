package cn.zhengai.server.run;

import cn.zhengai.alerting.rule.RuleBook;
import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.catalogue.CatalogueReading;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.server.settings.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalogue in force and the rules made of it. When files of the folder change and the new catalogue is clean, it
 * takes over; with errors the old one stays in force and the log says what is wrong.
 */
public final class RulesInForce {
    private static final Logger LOG = LoggerFactory.getLogger(RulesInForce.class);

    private final Path folder;
    private volatile InForce inForce;
    private Map<Path, String> seen;

    private record InForce(Catalogue catalogue, RuleBook book) {}

    /**
     * Reads the folder.
     *
     * @throws Refusal listing every error when the catalogue has any
     */
    public RulesInForce(Path folder) {
        this.folder = folder;
        this.seen = stamps();
        CatalogueReading reading = CatalogueFolder.read(folder);
        Catalogue catalogue = reading.catalogue()
                .orElseThrow(() -> new Refusal(
                        Refusal.Cause.CATALOGUE,
                        reading.findings().stream().map(Object::toString).collect(Collectors.joining("\n")) + "\n目录 "
                                + folder + " 有错误，未启动。请按上面的说明修改，并用 zhengai check " + folder + " 检查。"));
        this.inForce = new InForce(catalogue, RuleBook.of(catalogue));
    }

    public Catalogue catalogue() {
        return inForce.catalogue();
    }

    public RuleBook book() {
        return inForce.book();
    }

    /** Looks whether files changed; true when another catalogue took over. Called by one thread. */
    public boolean look() {
        Map<Path, String> now = stamps();
        if (now.equals(seen)) {
            return false;
        }
        seen = now;
        CatalogueReading reading = CatalogueFolder.read(folder);
        if (reading.catalogue().isEmpty()) {
            reading.findings().forEach(f -> LOG.warn("目录有错误，继续使用原目录：{}", f));
            return false;
        }
        Catalogue changed = reading.catalogue().get();
        if (changed.digest().equals(catalogue().digest())) {
            return false;
        }
        inForce = new InForce(changed, RuleBook.of(changed));
        LOG.info(
                "目录已更新：{} 个质控点，{} 个诊改主体",
                changed.points().size(),
                changed.subjects().size());
        return true;
    }

    private Map<Path, String> stamps() {
        Map<Path, String> stamps = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return stamps;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                stamp(stamps, file);
            }
        } catch (IOException e) {
            LOG.warn("无法查看目录文件夹 {}：{}", folder, e.getMessage());
        }
        return stamps;
    }

    private static void stamp(Map<Path, String> stamps, Path file) throws IOException {
        try {
            stamps.put(file, Files.getLastModifiedTime(file) + "/" + Files.size(file));
        } catch (NoSuchFileException gone) {
            LOG.debug("{} went away while looking", file);
        }
    }
}
