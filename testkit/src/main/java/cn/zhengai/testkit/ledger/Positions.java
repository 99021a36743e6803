package cn.zhengai.testkit.ledger;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;

/** How a place in a feed moves on, or is refused. */
final class Positions {
    private Positions() {}

    static long moved(String owner, long now, long from, long to) {
        if (to < from) {
            throw new PortException(Trouble.REFUSED, owner + " 的位置不能后退：" + from + " -> " + to);
        }
        if (now != from) {
            throw new PortException(Trouble.STALE, owner + " 的位置是 " + now + "，不是 " + from);
        }
        return to;
    }
}
