package cn.zhengai.alerting.engine;

import cn.zhengai.core.reading.Logged;
import java.util.List;

/** The readings of one series and the episodes they make; takes readings in the order of the log. */
sealed interface Track permits Onward, Timeline {
    Effect add(Logged logged);

    /** By instant; an {@link Onward} knows of those since its start alone. */
    List<Episode> episodes();

    /** After the newest reading. */
    Phase phase();

    /** What a reading did to the episodes. */
    enum Effect {
        /** It is not in force: a repeat, or an older revision. */
        IGNORED,
        /** No episode began, changed or ended. */
        SAME,
        CHANGED
    }
}
