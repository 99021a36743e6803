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
                trouble, doing + "失败：" + trouble.chinese() + "（账本 " + ledger + "）。" + dialect.advice(trouble), failure);
    }

    /** @param why Chinese, with what to do */
    PortException refused(String why) {
        return new PortException(Trouble.REFUSED, "无法使用账本 " + ledger + "：" + why);
    }

    PortException newerVersion(String found, String known) {
        return new PortException(
                Trouble.NEWER_VERSION,
                "账本 " + ledger + " 的结构版本是 " + found + "，本程序只认识到版本 " + known + "。请改用写入它的那个或更新的版本。");
    }
}
