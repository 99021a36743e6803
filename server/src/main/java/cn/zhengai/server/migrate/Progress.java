package cn.zhengai.server.migrate;

/** Told how a migration gets on, by the thread that runs it. */
public interface Progress {
    /** Tells nobody. */
    Progress NONE = new Progress() {
        @Override
        public void begin(String step, long total) {}

        @Override
        public void at(long done) {}

        @Override
        public void say(String sentence) {}
    };

    /**
     * The next step.
     *
     * @param step Chinese
     * @param total of what {@link #at} counts; 0 when nothing is counted
     */
    void begin(String step, long total);

    /** So much of the step is done. */
    void at(long done);

    /** A Chinese sentence for the person who waits. */
    void say(String sentence);
}
