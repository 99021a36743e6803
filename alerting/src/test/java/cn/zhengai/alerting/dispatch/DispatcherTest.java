package cn.zhengai.alerting.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.Outbox;
import cn.zhengai.core.warning.Notice;
import cn.zhengai.core.warning.Notice.State;
import cn.zhengai.testkit.ledger.MemoryLedger;
import cn.zhengai.testkit.time.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DispatcherTest {
    private static final Outcome LATER = Outcome.TryLater.one("忙");

    private final SettableTime time = new SettableTime(Notices.KNOWN);
    private final Outbox outbox = new MemoryLedger(time).outbox();

    private Dispatcher dispatcher(Notifier... notifiers) {
        return named("dispatcher", notifiers);
    }

    private Dispatcher named(String name, Notifier... notifiers) {
        return new Dispatcher(name, outbox, List.of(notifiers), time, DispatchMeter.NONE);
    }

    private void waiting(Notice... notices) {
        outbox.put(0, 1, List.of(notices));
    }

    private Notice.Standing standing(String id) {
        return outbox.recent(100).stream()
                .filter(kept -> kept.notice().id().equals(id))
                .findFirst()
                .orElseThrow()
                .standing();
    }

    @Test
    void sendsOnceWhatIsDue() {
        RecordingNotifier mail = new RecordingNotifier("mail");
        waiting(Notices.of("n1", "mail", "a@b.cn"));
        Dispatcher dispatcher = dispatcher(mail);
        assertThat(dispatcher.runOnce()).isTrue();
        assertThat(dispatcher.runOnce()).isFalse();
        assertThat(mail.sent).containsExactly("n1");
        assertThat(standing("n1")).isEqualTo(new Notice.Standing(State.DELIVERED, 1, time.instant(), "好"));
    }

    @Test
    void whatOneIsSendingNoOtherSends() {
        waiting(Notices.of("n1", "mail", "a@b.cn"), Notices.of("n2", "mail", "a@b.cn"));
        RecordingNotifier second = new RecordingNotifier("mail");
        Dispatcher other = named("other", second);
        RecordingNotifier first = new RecordingNotifier("mail") {
            @Override
            public Outcome send(Notice notice) {
                other.runOnce();
                return super.send(notice);
            }
        };
        named("one", first).runOnce();
        assertThat(first.sent).containsExactly("n1", "n2");
        assertThat(second.sent).isEmpty();
    }

    /** The first takes so long that its hold is about to end: it begins nothing more, and the other may go on. */
    @Test
    void beginsNothingThatMayOutlastItsHold() {
        waiting(Notices.of("n1", "mail", "a@b.cn"), Notices.of("n2", "mail", "a@b.cn"));
        RecordingNotifier slow = new RecordingNotifier("mail") {
            @Override
            public Outcome send(Notice notice) {
                time.set(time.instant().plus(Dispatcher.HOLD));
                return super.send(notice);
            }
        };
        RecordingNotifier second = new RecordingNotifier("mail");
        assertThat(named("one", slow).runOnce()).isTrue();
        assertThat(slow.sent).containsExactly("n1");
        assertThat(named("other", second).runOnce()).isTrue();
        assertThat(second.sent).containsExactly("n2");
    }

    @Test
    void waitsLongerEachTimeUpToAnHour() {
        RecordingNotifier mail = new RecordingNotifier("mail").answering(LATER, 9);
        waiting(Notices.of("n1", "mail", "a@b.cn"));
        Dispatcher dispatcher = dispatcher(mail);
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            dispatcher.runOnce();
            Instant next = standing("n1").next();
            waits.add(Duration.between(time.instant(), next).toSeconds());
            time.set(next.minusMillis(1));
            assertThat(dispatcher.runOnce()).as("not before its time").isFalse();
            time.set(next);
        }
        assertThat(waits).containsExactly(30L, 60L, 120L, 240L, 480L, 960L, 1920L, 3600L, 3600L);
        dispatcher.runOnce();
        assertThat(standing("n1").state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void givesUpAfterThreeDays() {
        RecordingNotifier mail = new RecordingNotifier("mail").answering(LATER, 1000);
        waiting(Notices.of("n1", "mail", "a@b.cn"));
        Dispatcher dispatcher = dispatcher(mail);
        while (standing("n1").state() == State.WAITING) {
            time.set(standing("n1").next());
            dispatcher.runOnce();
        }
        assertThat(Duration.between(Notices.KNOWN, time.instant()))
                .isBetween(Duration.ofHours(71), Duration.ofHours(73));
        assertThat(standing("n1").state()).isEqualTo(State.REFUSED);
        assertThat(standing("n1").answer()).isEqualTo("已尝试 79 次仍未送达，放弃发送：忙");
    }

    @Test
    void waitsAsLongAsTheReceiverAsksButAtMostADay() {
        RecordingNotifier mail = new RecordingNotifier(
                "mail",
                new Outcome.TryLater("慢", Duration.ofMinutes(5), false),
                new Outcome.TryLater("慢", Duration.ofDays(400), false));
        waiting(Notices.of("n1", "mail", "a@b.cn"));
        Dispatcher dispatcher = dispatcher(mail);
        dispatcher.runOnce();
        assertThat(standing("n1").next()).isEqualTo(Notices.KNOWN.plus(Duration.ofMinutes(5)));
        time.set(standing("n1").next());
        dispatcher.runOnce();
        assertThat(standing("n1").next()).isEqualTo(time.instant().plus(Duration.ofDays(1)));
    }

    @Test
    void aRefusalIsFinal() {
        RecordingNotifier mail = new RecordingNotifier("mail", new Outcome.Refused("查无此人"));
        waiting(Notices.of("n1", "mail", "a@b.cn"));
        dispatcher(mail).runOnce();
        assertThat(standing("n1")).isEqualTo(new Notice.Standing(State.REFUSED, 1, time.instant(), "查无此人"));
    }

    @Test
    void aSilentRouteIsTriedOnceARoundAndHoldsNobodyElseUp() {
        RecordingNotifier mail = new RecordingNotifier("mail", Outcome.TryLater.everyone("连不上"));
        waiting(Notices.of("n1", "mail", "down"), Notices.of("n2", "mail", "down"), Notices.of("n3", "mail", "up"));
        dispatcher(mail).runOnce();
        assertThat(mail.sent).containsExactly("n1", "n3");
        assertThat(standing("n2"))
                .isEqualTo(new Notice.Standing(State.WAITING, 0, Notices.KNOWN.plusSeconds(30), "连不上"));
        assertThat(standing("n3").state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void aChannelNobodySetUpKeepsItsNoticesWaiting() {
        waiting(Notices.of("n1", "mail", "a@b.cn"));
        Dispatcher without = dispatcher();
        for (int hour = 0; hour < 100; hour++) {
            assertThat(without.runOnce()).as("looked at every hour").isTrue();
            assertThat(without.runOnce()).isFalse();
            assertThat(standing("n1").next()).isEqualTo(time.instant().plus(Duration.ofHours(1)));
            time.advance(Duration.ofHours(1));
        }
        assertThat(standing("n1").state()).isEqualTo(State.WAITING);
        assertThat(standing("n1").attempts()).isZero();
        assertThat(standing("n1").answer()).isEqualTo("没有配置邮件，配置并重新启动后发送");
    }

    @Test
    void whatWaitedIsSentAtTheStartAfterTheChannelWasSetUp() {
        waiting(Notices.of("n1", "mail", "a@b.cn"));
        dispatcher().runOnce();
        time.advance(Duration.ofMinutes(1));
        RecordingNotifier mail = new RecordingNotifier("mail");
        dispatcher(mail).runOnce();
        assertThat(mail.sent).containsExactly("n1");
        assertThat(standing("n1")).isEqualTo(new Notice.Standing(State.DELIVERED, 1, time.instant(), "好"));
    }

    @Test
    void oldNewsIsNotSentAnyMore() {
        RecordingNotifier mail = new RecordingNotifier("mail");
        waiting(Notices.of("n1", "mail", "a@b.cn"));
        dispatcher().runOnce();
        time.advance(Dispatcher.OLD_NEWS);
        dispatcher(mail).runOnce();
        assertThat(mail.sent).as("seven days are not too old").containsExactly("n1");

        outbox.put(1, 2, List.of(Notices.of("n2", "mail", "a@b.cn"), Notices.of("n3", "pager", "1")));
        time.advance(Duration.ofMillis(1));
        dispatcher(mail).runOnce();
        assertThat(mail.sent).containsExactly("n1");
        for (String old : List.of("n2", "n3")) {
            assertThat(standing(old).state()).isEqualTo(State.REFUSED);
            assertThat(standing(old).attempts()).isZero();
            assertThat(standing(old).answer()).contains("超过 7 天");
        }
    }

    @Test
    void whatANotifierHasNoPlaceForWaitsWithoutAnAttempt() {
        RecordingNotifier hook = new RecordingNotifier("webhook", new Outcome.Unconfigured("没有名为 duty 的 webhook"));
        waiting(Notices.of("n1", "webhook", "duty"));
        dispatcher(hook).runOnce();
        assertThat(standing("n1"))
                .isEqualTo(new Notice.Standing(
                        State.WAITING, 0, Notices.KNOWN.plus(Duration.ofHours(1)), "没有名为 duty 的 webhook"));
    }

    @Test
    void aDefectOfANotifierStopsNobody() {
        Notifier broken = new Notifier() {
            @Override
            public String channel() {
                return "webhook";
            }

            @Override
            public String route(Notice notice) {
                return "";
            }

            @Override
            public Outcome send(Notice notice) {
                throw new IllegalStateException("defect");
            }
        };
        RecordingNotifier mail = new RecordingNotifier("mail");
        waiting(Notices.of("n1", "webhook", "x"), Notices.of("n2", "mail", "a@b.cn"));
        dispatcher(broken, mail).runOnce();
        assertThat(standing("n1").state()).isEqualTo(State.WAITING);
        assertThat(standing("n2").state()).isEqualTo(State.DELIVERED);
    }
}
