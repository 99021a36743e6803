package cn.zhengai.core.port;

import cn.zhengai.core.warning.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Notices on their way. */
public interface Outbox {
    /** Number of the last fact that routing dealt with; 0 before the first. */
    long routedUpTo();

    /**
     * Keeps notices and routing's new place in one transaction; a notice whose id is known is left out.
     *
     * @throws PortException {@link Trouble#STALE} when routing's place is not {@code from}
     */
    void put(long from, long to, List<Notice> notices);

    /** Waiting notices whose time has come, oldest due first. */
    List<Kept> due(Instant now, int most);

    /** How an attempt ended. */
    void settle(String id, Notice.Standing standing);

    /** Newest first, with how each stands. */
    List<Kept> recent(int most);

    /** Number of notices by state. */
    Map<Notice.State, Long> counts();

    /** A notice and how it stands. */
    record Kept(Notice notice, Notice.Standing standing) {}
}
