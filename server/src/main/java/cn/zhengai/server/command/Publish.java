package cn.zhengai.server.command;

import cn.zhengai.catalogue.ChangeNote;
import cn.zhengai.server.settings.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** The change note of a {@code catalogue publish}: lies in the folder while the run opens, and not longer. */
record Publish(Path file, boolean written) implements AutoCloseable {

    /**
     * Writes the note where the run that opens looks for it.
     *
     * @throws Refusal when the folder has one already, or there is no folder
     */
    static Publish announce(Path data, ChangeNote note) {
        Path folder = data.resolve("catalogue");
        Path file = folder.resolve(ChangeNote.FILE);
        if (!Files.isDirectory(folder)) {
            throw new Refusal(Refusal.Cause.NOT_FOUND, "没有目录文件夹 " + folder + "。请用 --data 指定数据目录。");
        }
        if (note.equals(ChangeNote.NONE)) {
            return new Publish(file, false);
        }
        if (Files.exists(file)) {
            throw new Refusal(Refusal.Cause.SETTINGS, "已有变更说明 " + file + "。请在其中写明，不带选项发布；或删除它再带选项发布。");
        }
        StringBuilder text = new StringBuilder();
        note.author()
                .ifPresent(
                        author -> text.append("author: ").append(quoted(author)).append('\n'));
        note.reason()
                .ifPresent(
                        reason -> text.append("reason: ").append(quoted(reason)).append('\n'));
        note.from()
                .ifPresent(day -> text.append("from: ")
                        .append(day.equals(LocalDate.EPOCH) ? "always" : day.toString())
                        .append('\n'));
        try {
            Files.writeString(file, text);
            return new Publish(file, true);
        } catch (IOException e) {
            throw new Refusal(Refusal.Cause.DISK, "无法写入 " + file + "：" + e.getMessage() + "。请检查权限和磁盘空间。");
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + '"';
    }

    /** @throws Refusal when it is no day */
    static LocalDate day(String text) {
        try {
            return ChangeNote.day(text);
        } catch (DateTimeParseException wrong) {
            throw new Refusal(Refusal.Cause.SETTINGS, "施行日期“" + text + "”读不懂；请写成 2026-01-31，或写 always（自始施行）。");
        }
    }

    /** The text of the folder was new and became a version under the note. */
    boolean taken() {
        return written && !Files.exists(file);
    }

    /** Takes the note away when nobody took it. */
    @Override
    public void close() {
        try {
            if (written) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
