package cn.zhengai.alerting.warner;

import java.time.Duration;

/** What a warner counts. Called by the warner's thread. */
public interface WarnerMeter {
    /** Counts nothing. */
    WarnerMeter NONE = new WarnerMeter() {
        @Override
        public void evaluated(long readings) {}

        @Override
        public void late(long readings) {}

        @Override
        public void refolded(long series) {}

        @Override
        public void lag(Duration lag) {}
    };

    /** Readings dealt with. */
    void evaluated(long readings);

    /** Of these: not newer than the newest of their series (late, revised or repeated). */
    void late(long readings);

    /** Series whose history was read and folded again. */
    void refolded(long series);

    /** Time from taking in the last reading dealt with to now; zero when the log is read to its end. */
    void lag(Duration lag);
}
