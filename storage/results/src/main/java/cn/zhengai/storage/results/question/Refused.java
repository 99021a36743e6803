package cn.zhengai.storage.results.question;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;

/** What the dashboards do not ask is not answered. */
public final class Refused {
    private Refused() {}

    /** @param what cannot be asked, in Chinese */
    public static PortException because(String what) {
        return new PortException(Trouble.REFUSED, "看板不支持这样的查询：" + what);
    }
}
