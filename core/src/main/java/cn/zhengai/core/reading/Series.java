package cn.zhengai.core.reading;

/**
 * One control point of one subject (序列), as handed out by a {@link SeriesIndex}.
 *
 * @param number dense, from 0, within its index; -1 of a series of no index; not stable across processes and not part of equality
 */
public record Series(int number, String point, String subject) {
    /** A series of no table: stores and whoever compares by point and subject know which is meant. */
    public static Series named(String point, String subject) {
        return new Series(-1, point, subject);
    }

    /** {@code point/subject}: the key in logs, topics and links. Neither part has a slash. */
    public String key() {
        return point + "/" + subject;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series s && s.point.equals(point) && s.subject.equals(subject);
    }

    @Override
    public int hashCode() {
        return 31 * point.hashCode() + subject.hashCode();
    }

    @Override
    public String toString() {
        return key();
    }
}
