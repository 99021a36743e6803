package cn.zhengai.server.settings;

import cn.zhengai.storage.jdbc.PostgresAccess;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code ledger: {url: ..., user: ..., password: ..., connections: 10}} as it is written. */
record LedgerSetting(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable Integer connections) {
    private static final int LEAST = 2;
    private static final int MOST = 200;

    /** @param password as it is, no longer a name of the environment; null when none is set */
    PostgresAccess checked(@Nullable String password) {
        if (url == null || !PostgresAccess.isAddress(url)) {
            throw new Refusal(
                    Refusal.Cause.SETTINGS,
                    "设置 ledger.url 应是 PostgreSQL 的地址，例如 jdbc:postgresql://db.example.edu.cn:5432/zhengai。");
        }
        int most = connections == null ? PostgresAccess.USUAL_CONNECTIONS : connections;
        if (most < LEAST || most > MOST) {
            throw new Refusal(
                    Refusal.Cause.SETTINGS,
                    "设置 ledger.connections 应在 " + LEAST + " 到 " + MOST + " 之间，现在是 " + most + "。");
        }
        return new PostgresAccess(url, Optional.ofNullable(user), Optional.ofNullable(password), most);
    }
}
