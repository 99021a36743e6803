package cn.zhengai.server.command;

import cn.zhengai.catalogue.StarterCatalogue;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Refusal;
import cn.zhengai.server.settings.Settings;
import cn.zhengai.server.settings.WholeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** Opens a data folder for a command; a folder without a catalogue gets the starter catalogue, unless the run is a
 * distributed one, whose catalogue is in the ledger. */
final class Opening {
    private Opening() {}

    static Run open(Path root, InstantSource time, Say say) {
        DataFolder folder = DataFolder.open(root);
        try {
            return open(folder, Settings.read(folder.settings(), System.getenv()), time, say);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** As above, for a folder already open; the caller closes it when this throws. */
    static Run open(DataFolder folder, Settings settings, InstantSource time, Say say) {
        if (settings.distributed().isEmpty()) {
            starter(folder, say);
        }
        return Run.open(folder, settings, time);
    }

    /** Writes the starter catalogue, unless the folder has a catalogue. */
    static void starter(DataFolder folder, Say say) {
        if (!Files.exists(folder.catalogue())) {
            unpack(folder.catalogue());
            say.line("已写入起步目录：" + folder.catalogue() + "（可编辑，用 zhengai check 检查）");
        }
    }

    private static void unpack(Path catalogue) {
        try {
            WholeFolder.make(catalogue, StarterCatalogue::unpackTo);
        } catch (IOException e) {
            throw new Refusal(Refusal.Cause.DISK, "无法写入起步目录 " + catalogue + "：" + e.getMessage() + "。请检查权限和磁盘空间。");
        }
    }
}
