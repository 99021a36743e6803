package cn.zhengai.collector.file;

import cn.zhengai.collector.file.FileOrder.Earlier;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.workbook.UnreadableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A workbook beside the version of it that was taken before.
 *
 * @param before the earlier version; empty when there is none, or nobody asked
 * @param gone what that said and this one no longer says; without meaning when not {@code compared}
 * @param compared the earlier version could be read
 */
record EarlierVersion(Optional<Path> before, List<Logged> gone, boolean compared) {
    static final EarlierVersion NONE = new EarlierVersion(Optional.empty(), List.of(), false);

    private static final Logger LOG = LoggerFactory.getLogger(EarlierVersion.class);

    EarlierVersion {
        gone = List.copyOf(gone);
    }

    /** What is wrong with the new version is not this one's to tell. */
    static EarlierVersion of(Path before, Path now, LeftOut leftOut) throws IOException {
        try {
            return new EarlierVersion(Optional.of(before), leftOut.between(before, now), true);
        } catch (SheetRows.Stopped | UnreadableWorkbook unlike) {
            LOG.info("{} is not compared with {}: {}", now, before, unlike.getMessage());
            return new EarlierVersion(Optional.of(before), List.of(), false);
        }
    }

    /** Writes the list and says so; empty when there is nothing to say. */
    String told(Earlier where, Catalogue catalogue) {
        if (before.isEmpty()) {
            return "";
        }
        String name = "上一版（" + before.get().getFileName() + "）";
        if (!compared) {
            return name + "按现在的映射读不出来，没有比较少了哪些采集值。";
        }
        if (gone.isEmpty()) {
            return "";
        }
        String sentence = name + "里有、这一版没有的采集值 " + gone.size() + " 条，仍然有效，没有删除";
        try {
            MissingList.write(gone, catalogue, where.missing());
            return sentence + "；清单见旁边的 .missing.csv。";
        } catch (IOException failed) {
            LOG.warn("no list of what {} left out", before.get(), failed);
            HalfWritten.remove(where.missing());
            return sentence + "；清单没有写成（" + failed.getMessage() + "）。";
        }
    }
}
