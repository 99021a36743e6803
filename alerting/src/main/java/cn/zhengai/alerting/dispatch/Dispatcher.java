package cn.zhengai.alerting.dispatch;

import cn.zhengai.core.port.Outbox;
import cn.zhengai.core.warning.Notice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due and keeps how it ended. At least once: when the process ends between sending and keeping, the notice
 * goes out again with the same id. A notice of a channel that nobody set up waits and is looked at again every hour and
 * when the process starts; one that is {@link #OLD_NEWS} old is not sent any more. For one thread.
 */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int AT_ONCE = 100;
    private static final Duration LONGEST_WISH = Duration.ofDays(1);
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);
    /** Who hears of a warning only now is told nothing new: the pages say how it stands. */
    static final Duration OLD_NEWS = Duration.ofDays(7);

    /** How long nobody else is given what was taken: so long notices wait when whoever was sending them is killed. */
    static final Duration HOLD = Duration.ofMinutes(3);
    /** No attempt takes longer; none is begun when less is left of the hold. */
    static final Duration LONGEST_ATTEMPT = Duration.ofMinutes(2);

    private final String name;
    private final Outbox outbox;
    private final Map<String, Notifier> byChannel;
    private final InstantSource time;
    private final DispatchMeter meter;
    private boolean started;

    /**
     * A dispatcher; others may send at the same time.
     *
     * @param name the same after a restart, and nobody else's
     * @param notifiers one a channel
     */
    public Dispatcher(String name, Outbox outbox, List<Notifier> notifiers, InstantSource time, DispatchMeter meter) {
        this.name = name;
        this.outbox = outbox;
        this.byChannel = notifiers.stream().collect(Collectors.toMap(Notifier::channel, Function.identity()));
        this.time = time;
        this.meter = meter;
    }

    /**
     * Sends some of the notices that are due.
     *
     * @return whether there were any
     * @throws cn.zhengai.core.port.PortException of the ledger; a notice sent just before goes out again
     */
    public boolean runOnce() {
        if (!started) {
            byChannel.keySet().forEach(channel -> outbox.hasten(channel, time.instant()));
            started = true;
        }
        Instant now = time.instant();
        List<Outbox.Kept> taken = outbox.take(name, now, HOLD, AT_ONCE);
        Map<String, Outcome.TryLater> silent = new HashMap<>();
        for (Outbox.Kept kept : taken) {
            if (time.instant().isAfter(now.plus(HOLD).minus(LONGEST_ATTEMPT))) {
                break;
            }
            dispatch(kept, silent);
        }
        return !taken.isEmpty();
    }

    /** @param silent routes that answered nobody in this round */
    private void dispatch(Outbox.Kept kept, Map<String, Outcome.TryLater> silent) {
        Notice notice = kept.notice();
        if (Duration.between(notice.createdAt(), time.instant()).compareTo(OLD_NEWS) > 0) {
            tooOld(kept);
            return;
        }
        Notifier notifier = byChannel.get(notice.channel());
        if (notifier == null) {
            hold(kept, "没有配置" + chinese(notice.channel()) + "，配置并重新启动后发送");
            return;
        }
        String route = notice.channel() + "/" + notifier.route(notice);
        Outcome.TryLater known = silent.get(route);
        if (known != null) {
            putOff(kept, known);
            return;
        }
        Outcome outcome = attempt(notifier, notice);
        if (outcome instanceof Outcome.TryLater later && later.everyone()) {
            silent.put(route, later);
        }
        settle(kept, outcome);
    }

    private static String chinese(String channel) {
        return channel.equals("mail") ? "邮件" : "“" + channel + "”这种通知渠道";
    }

    /** Not tried, so no attempt is counted. */
    private void hold(Outbox.Kept kept, String why) {
        Notice.Standing before = kept.standing();
        if (!before.answer().equals(why)) {
            LOG.info("通知 {} 暂不发送：{}", kept.notice().id(), why);
        }
        Instant next = time.instant().plus(LOOK_AGAIN);
        outbox.settle(kept.notice().id(), new Notice.Standing(Notice.State.WAITING, before.attempts(), next, why));
    }

    private void tooOld(Outbox.Kept kept) {
        Notice notice = kept.notice();
        Notice.Standing before = kept.standing();
        String why = "等待超过 " + OLD_NEWS.toDays() + " 天，已不是新消息，不再发送，请在页面上查看这条预警"
                + (before.answer().isEmpty() ? "" : "（此前：" + before.answer() + "）");
        LOG.info("通知 {} 不再发送给单位 {}：{}", notice.id(), notice.unit(), why);
        outbox.settle(notice.id(), new Notice.Standing(Notice.State.REFUSED, before.attempts(), time.instant(), why));
        meter.refused(notice.channel());
    }

    private static Outcome attempt(Notifier notifier, Notice notice) {
        try {
            return notifier.send(notice);
        } catch (RuntimeException defect) {
            LOG.error("发送通知 {} 时程序出错，稍后重试", notice.id(), defect);
            return Outcome.TryLater.one("程序内部错误，详见日志");
        }
    }

    /** Not tried, so no attempt is counted. */
    private void putOff(Outbox.Kept kept, Outcome.TryLater why) {
        int attempts = kept.standing().attempts();
        Instant next = time.instant().plus(wait(Math.max(1, attempts), why));
        outbox.settle(kept.notice().id(), new Notice.Standing(Notice.State.WAITING, attempts, next, why.why()));
    }

    private void settle(Outbox.Kept kept, Outcome outcome) {
        if (outcome instanceof Outcome.Unconfigured missing) {
            hold(kept, missing.why());
            return;
        }
        Notice notice = kept.notice();
        int attempts = kept.standing().attempts() + 1;
        Instant now = time.instant();
        Notice.Standing standing = standing(outcome, attempts, now);
        outbox.settle(notice.id(), standing);
        switch (standing.state()) {
            case DELIVERED -> meter.delivered(notice.channel(), Duration.between(notice.createdAt(), now));
            case WAITING -> {
                LOG.info("通知 {} 第 {} 次发送未成功，{} 再试：{}", notice.id(), attempts, standing.next(), standing.answer());
                meter.postponed(notice.channel());
            }
            case REFUSED -> {
                LOG.warn("通知 {} 无法送达单位 {}，不再重试：{}", notice.id(), notice.unit(), standing.answer());
                meter.refused(notice.channel());
            }
        }
    }

    private static Notice.Standing standing(Outcome outcome, int attempts, Instant now) {
        if (outcome instanceof Outcome.Delivered delivered) {
            return new Notice.Standing(Notice.State.DELIVERED, attempts, now, delivered.answer());
        }
        if (outcome instanceof Outcome.Refused refused) {
            return new Notice.Standing(Notice.State.REFUSED, attempts, now, refused.why());
        }
        Outcome.TryLater later = (Outcome.TryLater) outcome;
        return Backoff.exhausted(attempts)
                ? new Notice.Standing(
                        Notice.State.REFUSED, attempts, now, "已尝试 " + attempts + " 次仍未送达，放弃发送：" + later.why())
                : new Notice.Standing(Notice.State.WAITING, attempts, now.plus(wait(attempts, later)), later.why());
    }

    private static Duration wait(int attempts, Outcome.TryLater later) {
        Duration own = Backoff.after(attempts);
        Duration wished = later.atLeast().compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : later.atLeast();
        return wished.compareTo(own) > 0 ? wished : own;
    }
}
