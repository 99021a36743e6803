package cn.zhengai.storage.duckdb.file;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;

/** What DuckDB's failures mean. The driver gives neither codes nor states, only sentences. */
final class Failures {
    private Failures() {}

    /**
     * The failure as a trouble.
     *
     * @param doing what was being done, in Chinese
     */
    static PortException translate(SQLException failure, String doing, Path file) {
        Trouble trouble = trouble(sentence(failure));
        return new PortException(trouble, "采集值库 " + file + " " + doing + "失败：" + advice(trouble), failure);
    }

    /** After such a failure every connection refuses every call until the file is opened anew. */
    static boolean fatal(SQLException failure) {
        String sentence = sentence(failure);
        return sentence.startsWith("fatal error") || sentence.contains("database has been invalidated");
    }

    private static Trouble trouble(String sentence) {
        if (sentence.contains("no space left")
                || sentence.contains("not enough space")
                || sentence.contains("failed to offload")) {
            return Trouble.DISK_FULL;
        }
        if (sentence.contains("could not set lock") || sentence.contains("conflicting lock")) {
            return Trouble.IN_USE;
        }
        if (sentence.contains("newer version") || sentence.contains("later version")) {
            return Trouble.NEWER_VERSION;
        }
        if (sentence.contains("not a valid duckdb") || sentence.contains("corrupt") || sentence.contains("checksum")) {
            return Trouble.CORRUPT;
        }
        return Trouble.UNAVAILABLE;
    }

    private static String advice(Trouble trouble) {
        return switch (trouble) {
            case DISK_FULL -> "磁盘已满。请清理磁盘后重试；已确认的数据都在。";
            case IN_USE -> "正被另一个进程使用。请先停止那个进程，或换一个数据目录。";
            case NEWER_VERSION -> "由更新的版本写成。请用更新的程序打开。";
            case CORRUPT -> "文件损坏或不是采集值库。请从备份恢复，或换一个数据目录。";
            default -> "暂时不可用，请稍后重试；原因见日志。";
        };
    }

    private static String sentence(SQLException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "").toLowerCase(Locale.ROOT);
    }
}
