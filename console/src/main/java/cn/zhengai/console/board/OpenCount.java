package cn.zhengai.console.board;

/**
 * How many warnings are open, as far as it may be said.
 *
 * @param shown of those that may be counted
 * @param more there are others, of points with one to four of them, of which no number is said
 */
public record OpenCount(long shown, boolean more) {
    public static final OpenCount NONE = new OpenCount(0, false);

    public boolean none() {
        return shown == 0 && !more;
    }

    public OpenCount plus(OpenCount other) {
        return new OpenCount(shown + other.shown, more || other.more);
    }
}
