package cn.zhengai.alerting.dispatch;

import cn.zhengai.core.warning.Notice;

/**
 * Sends notices over one channel. Blocking, with timeouts of its own. What the outside does wrong is an outcome, never an
 * exception. The notice's id is passed on so that a receiver who remembers it sees a repeat once.
 */
public interface Notifier {
    /** {@code mail}, {@code webhook}: as in a unit's contacts. */
    String channel();

    /** What fails together: notices of one route share a server. */
    String route(Notice notice);

    Outcome send(Notice notice);
}
