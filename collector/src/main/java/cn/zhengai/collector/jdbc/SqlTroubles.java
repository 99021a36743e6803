package cn.zhengai.collector.jdbc;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;

/** What a business database failed at, in words; translated once, here. */
record SqlTroubles(String source, Duration timeout) {
    PortException translate(SQLException failed) {
        String state = failed.getSQLState() == null ? "" : failed.getSQLState();
        String said =
                String.valueOf(failed.getMessage()).replaceAll("\\s+", " ").strip();
        if (failed instanceof SQLTimeoutException || state.equals("57014") || state.equals("70100")) {
            return trouble(
                    Trouble.UNAVAILABLE,
                    "查询超过 " + timeout.toSeconds() + " 秒没有答复。请给时间列、编号列建索引，或在 jdbc.timeout 里放宽。",
                    failed);
        }
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "28" ->
                trouble(Trouble.REFUSED, "数据库不接受这个用户名或密码（" + said + "）。请核对 jdbc.user 和 jdbc.password。", failed);
            case "08" -> trouble(Trouble.UNAVAILABLE, "数据库连不上（" + said + "）。请核对 jdbc.url，以及网络、防火墙和数据库是否在运行。", failed);
            case "42", "22", "25", "0A" ->
                trouble(Trouble.REFUSED, "查询被数据库拒绝（" + said + "）。请先在数据库客户端里执行这条查询，改对后写回映射文件。", failed);
            default -> trouble(Trouble.UNAVAILABLE, "数据库出错（" + said + "），稍后自动重试。", failed);
        };
    }

    PortException refused(String sentence) {
        return trouble(Trouble.REFUSED, sentence, null);
    }

    private PortException trouble(
            Trouble trouble, String sentence, @org.jspecify.annotations.Nullable SQLException cause) {
        return new PortException(trouble, "来源“" + source + "”：" + sentence, cause);
    }
}
