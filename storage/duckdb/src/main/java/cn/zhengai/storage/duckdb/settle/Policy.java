package cn.zhengai.storage.duckdb.settle;

import cn.zhengai.storage.duckdb.settle.Settlement.Sizes;
import java.util.OptionalLong;

/**
 * When settling pays. Each time the sorted table is written anew, so the log may grow with it: a quarter of it at most,
 * then every reading is written about five times in its life, however many there are. When nothing comes in for a while
 * a twentieth is enough, for the machine has nothing better to do and questions are faster afterwards.
 *
 * @param atLeast rows worth settling while readings come in
 */
public record Policy(long atLeast) {
    private static final int BUSY_SHARE = 4;
    private static final int QUIET_SHARE = 20;
    private static final int PATIENCE = 4;

    /** Is it time? */
    boolean due(Sizes sizes, boolean quiet) {
        return quiet
                ? sizes.logged() > Math.max(atLeast / QUIET_SHARE, sizes.settled() / QUIET_SHARE)
                : sizes.logged() > threshold(sizes);
    }

    /**
     * Up to where: what every consumer is done with, so that those a little behind read on in the order of the log. One
     * that is far behind or gone does not hold it up for ever; it reads the settled rows.
     */
    long upTo(Sizes sizes, long last, OptionalLong done) {
        return sizes.logged() > PATIENCE * threshold(sizes) ? last : Math.min(last, done.orElse(last));
    }

    private long threshold(Sizes sizes) {
        return Math.max(atLeast, sizes.settled() / BUSY_SHARE);
    }
}
