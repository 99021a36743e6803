package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The one place where failures of the database become {@link PortException}s. */
final class Troubles {
    private final Dialect dialect;
    private final String ledger;

    /** @param ledger what people call it: the path of the file or the address of the database */
    Troubles(Dialect dialect, String ledger) {
        this.dialect = dialect;
        this.ledger = ledger;
    }

    /** @param doing what was being done, Chinese */
    PortException translate(String doing, Exception failure) {
        Trouble trouble = Trouble.UNAVAILABLE;
        @Nullable Throwable cause = failure;
        while (cause != null && trouble == Trouble.UNAVAILABLE) {
            if (cause instanceof SQLException sql) {
                trouble = dialect.trouble(sql);
            }
            cause = cause.getCause();
        }
        return new PortException(
                trouble, doing + "失败：" + trouble.chinese() + "（账本 " + ledger + "）。" + advice(trouble), failure);
    }

    PortException newerVersion(String found, String known) {
        return new PortException(
                Trouble.NEWER_VERSION,
                "账本 " + ledger + " 的结构版本是 " + found + "，本程序只认识到版本 " + known + "。请改用写入它的那个或更新的版本。");
    }

    private static String advice(Trouble trouble) {
        return switch (trouble) {
            case DISK_FULL -> "请清理磁盘空间后重试。";
            case IN_USE -> "请关闭占用它的程序后重试。";
            case CORRUPT -> "请保留原文件，并从备份恢复。";
            default -> "请检查文件是否存在、是否有读写权限，然后重试。";
        };
    }
}
