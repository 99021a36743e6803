package cn.zhengai.benchmarks;

import cn.zhengai.benchmarks.college.Size;

/**
 * How much is measured. Only {@link #FULL} is what the goals speak about; {@link #SMALL} shows within minutes that
 * everything works.
 *
 * @see Benchmarks
 */
public enum Scale {
    SMALL(100, 30, 5, 3),
    FULL(1_000, 50, 30, 20);

    private static final int POINTS = 100;
    private static final int A_YEAR = 100;

    private final int subjects;
    private final int pushes;
    private final int noticeSeconds;
    private final int idleSeconds;

    Scale(int subjects, int pushes, int noticeSeconds, int idleSeconds) {
        this.subjects = subjects;
        this.pushes = pushes;
        this.noticeSeconds = noticeSeconds;
        this.idleSeconds = idleSeconds;
    }

    /** Readings pushed, imported and evaluated. */
    public Size push() {
        return new Size(POINTS, subjects, pushes);
    }

    /** Readings pushed as JSON. */
    public Size json() {
        return new Size(POINTS, subjects, pushes / 2);
    }

    /** Series held in memory. */
    public Size watched() {
        return new Size(POINTS, 10 * subjects, 1);
    }

    /** Control points of a catalogue that is checked. */
    public int points() {
        return 5 * subjects;
    }

    /** A year of readings. */
    public Size year() {
        return new Size(POINTS, subjects, A_YEAR);
    }

    /** A year of readings of a college ten times as large. */
    public Size largeYear() {
        return new Size(POINTS, 10 * subjects, A_YEAR);
    }

    /** For how long readings come in while notices are timed. */
    public int noticeSeconds() {
        return noticeSeconds;
    }

    /** How long an idle process is left alone. */
    public int idleSeconds() {
        return idleSeconds;
    }
}
