package cn.zhengai.storage.influxdb.client;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import com.influxdb.exceptions.InfluxException;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** What the server or the way to it failed at, translated once. */
final class Failures {
    private static final String FULL = "no space left";
    private static final Set<Integer> FORBIDDEN = Set.of(401, 403);
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int SERVER = 500;

    private Failures() {}

    /** The official client gave up. */
    static PortException of(String doing, InfluxException failed) {
        return failed.status() == 0
                ? unreachable(doing, failed)
                : new PortException(
                        trouble(failed.status(), text(failed)), sentence(doing, failed.status(), text(failed)), failed);
    }

    /** The connection failed, or ended before the answer did. */
    static PortException unreachable(String doing, Exception failed) {
        return new PortException(
                Trouble.UNAVAILABLE, "时序库 InfluxDB " + doing + "失败，连接不上或中断了：" + failed.getMessage(), failed);
    }

    /** The server answered with something else than success. */
    static PortException status(String doing, int status, String said) {
        return new PortException(trouble(status, said), sentence(doing, status, said));
    }

    /** A statement failed though the call did not. */
    static PortException statement(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        Trouble trouble = Trouble.UNAVAILABLE;
        if (lower.contains(FULL)) {
            trouble = Trouble.DISK_FULL;
        } else if (lower.contains("not found")
                || lower.contains("parsing")
                || lower.contains("max-select")
                || lower.contains("authoriz")
                || lower.contains("not implemented")
                || lower.contains("invalid")) {
            trouble = Trouble.REFUSED;
        } else if (lower.contains("corrupt")) {
            trouble = Trouble.CORRUPT;
        }
        return new PortException(trouble, "时序库 InfluxDB 查询失败：" + said);
    }

    /** The answer is none. */
    static PortException unreadable(IOException failed) {
        return new PortException(Trouble.UNAVAILABLE, "时序库 InfluxDB 的回答不完整或无法读取：" + failed.getMessage(), failed);
    }

    private static Trouble trouble(int status, String said) {
        if (said.toLowerCase(Locale.ROOT).contains(FULL)) {
            return Trouble.DISK_FULL;
        }
        return status >= SERVER || status == TOO_MANY ? Trouble.UNAVAILABLE : Trouble.REFUSED;
    }

    private static String sentence(String doing, int status, String said) {
        String why = "";
        if (FORBIDDEN.contains(status)) {
            why = "（令牌不对或没有权限）";
        } else if (status == NOT_FOUND) {
            why = "（库不存在，请先建立）";
        }
        return "时序库 InfluxDB " + doing + "失败，回答 " + status + why + "：" + said;
    }

    private static String text(InfluxException failed) {
        String said = failed.getMessage();
        return said == null ? failed.toString() : said;
    }
}
