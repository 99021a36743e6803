package cn.zhengai.collector.rejection;

/**
 * What became of rows sent again.
 *
 * @param repaired rejections that are settled now
 * @param open rejections that stay open, for the reason found this time
 * @param readings accepted from the rows
 */
public record Resent(long repaired, long open, long readings) {
    static final Resent NOTHING = new Resent(0, 0, 0);

    Resent and(Resent other) {
        return new Resent(repaired + other.repaired, open + other.open, readings + other.readings);
    }
}
