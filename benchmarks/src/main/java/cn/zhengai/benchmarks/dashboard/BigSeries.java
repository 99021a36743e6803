package cn.zhengai.benchmarks.dashboard;

import cn.zhengai.core.catalogue.Level;
import java.util.Locale;

/** One series of a very big college: its place is that of its subject. */
record BigSeries(Level level, int point, int subject) {
    static final int DEPARTMENTS = 40;
    private static final int SCHOOL_POINTS = 20;
    private static final int PROGRAM_POINTS = 20;
    private static final int COURSE_POINTS = 32;
    private static final int PERSON_POINTS = 15;

    String pointId() {
        return tag(level) + ".p" + point;
    }

    String pointName() {
        return level.chinese() + "质控点" + point;
    }

    String subjectId() {
        return level == Level.SCHOOL ? "zlw" : tag(level).charAt(0) + String.format(Locale.ROOT, "%05d", subject);
    }

    String subjectName() {
        return level == Level.SCHOOL ? "全校" : level.chinese() + subject;
    }

    String unit() {
        return level == Level.SCHOOL ? "" : "d" + subject % DEPARTMENTS;
    }

    String department() {
        return level == Level.SCHOOL ? "全校" : "二级学院" + subject % DEPARTMENTS;
    }

    String scope() {
        return level == Level.SCHOOL ? ":zlw:" : ":zlw:" + unit() + ":" + unit() + "-" + subject % 5 + ":";
    }

    /** Between 40 and 100; one series in twenty stays low. */
    double value(int instant) {
        long mixed = (point * 31L + subject) * 1_000_003L + instant * 7_919L;
        double base = (point * 31 + subject) % 20 == 0 ? 45 : 80;
        return base + Math.floorMod(mixed * mixed, 2_000) / 100.0;
    }

    int band(int instant) {
        double value = value(instant);
        return value >= 90 ? 4 : value >= 80 ? 3 : value >= 60 ? 2 : 1;
    }

    static String tag(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    static int pointsOf(Level level) {
        return switch (level) {
            case SCHOOL -> SCHOOL_POINTS;
            case PROGRAM -> PROGRAM_POINTS;
            case COURSE -> COURSE_POINTS;
            case TEACHER, STUDENT -> PERSON_POINTS;
        };
    }
}
