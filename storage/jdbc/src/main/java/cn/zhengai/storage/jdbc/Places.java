package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import org.jdbi.v3.core.Handle;

/** How far each consumer has come. Moving on is the fence: who starts from another place is refused. */
final class Places {
    private Places() {}

    /** 0 before the first move. */
    static long of(Handle handle, String owner, int part) {
        return handle.select("SELECT up_to FROM place WHERE owner = ? AND part = ?", owner, part)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /** Call first in a transaction: from here on other movers of this place wait for its end. */
    static void move(Handle handle, String owner, int part, long from, long to) {
        if (to < from) {
            throw new PortException(Trouble.REFUSED, owner + " 的位置不能后退：" + from + " -> " + to);
        }
        handle.execute("INSERT INTO place (owner, part, up_to) VALUES (?, ?, 0) ON CONFLICT DO NOTHING", owner, part);
        int moved = handle.execute(
                "UPDATE place SET up_to = ? WHERE owner = ? AND part = ? AND up_to = ?", to, owner, part, from);
        if (moved == 0) {
            throw new PortException(
                    Trouble.STALE,
                    owner + "（分区 " + part + "）的位置已是 " + of(handle, owner, part) + "，不是 " + from + "：已被其他实例接管");
        }
    }
}
