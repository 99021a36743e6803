package cn.zhengai.alerting.dispatch;

import java.time.Duration;

/** What dispatch counts, by channel. Called by the dispatcher's thread. */
public interface DispatchMeter {
    /** Counts nothing. */
    DispatchMeter NONE = new DispatchMeter() {
        @Override
        public void delivered(String channel, Duration sinceKnown) {}

        @Override
        public void postponed(String channel) {}

        @Override
        public void refused(String channel) {}
    };

    /** @param sinceKnown from taking in the reading that caused it to handing the notice over */
    void delivered(String channel, Duration sinceKnown);

    /** An attempt that is repeated later. */
    void postponed(String channel);

    /** Given up for good. */
    void refused(String channel);
}
