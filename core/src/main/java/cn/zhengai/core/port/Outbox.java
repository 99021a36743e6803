package cn.zhengai.core.port;

import cn.zhengai.core.warning.Notice;
import java.time.Duration;
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
     * A new notice waits and is due from its creation on.
     *
     * @throws PortException {@link Trouble#STALE} when routing's place is not {@code from}; {@link Trouble#REFUSED} when
     *     it would go back
     */
    void put(long from, long to, List<Notice> notices);

    /** Waiting notices whose time has come, oldest due first, then in the order they were put. */
    List<Kept> due(Instant now, int most);

    /**
     * As {@link #due}, for sending: of those that nobody else holds. Until the hold ends or the notice is settled nobody
     * else is given it; whoever holds it is given it again, as after a restart.
     *
     * @param dispatcher name of who sends; two that run at the same time have different names
     * @param hold how long, by the clock of the ledger: those of dispatchers may differ
     */
    List<Kept> take(String dispatcher, Instant now, Duration hold, int most);

    /**
     * How an attempt ended; nobody holds the notice any longer. What is delivered stays so, whatever a slower attempt
     * says.
     *
     * @throws PortException {@link Trouble#REFUSED} when there is no such notice
     */
    void settle(String id, Notice.Standing standing);

    /** Notices of a channel that wait for a later time are due from {@code to} on. */
    void hasten(String channel, Instant to);

    /** Last put first, with how each stands. */
    List<Kept> recent(int most);

    /** Of one warning, in the order they were put, with how each stands. */
    List<Kept> ofWarning(String warning);

    /** Number of notices by state; every state is there. */
    Map<Notice.State, Long> counts();

    /** Number of waiting notices by channel, due or not; channels with none are left out. */
    Map<String, Long> waiting();

    /** A notice and how it stands. */
    record Kept(Notice notice, Notice.Standing standing) {}
}
