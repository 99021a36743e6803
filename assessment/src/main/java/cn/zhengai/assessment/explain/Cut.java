package cn.zhengai.assessment.explain;

/**
 * How much of an explanation is written out; the arithmetic always takes everything.
 *
 * @param depth levels, at least 1: the answer alone
 * @param limit parts listed of one node
 */
public record Cut(int depth, int limit) {
    public Cut {
        if (depth < 1 || limit < 0) {
            throw new IllegalArgumentException("depth " + depth + ", limit " + limit);
        }
    }

    /** Are parts listed? */
    boolean open() {
        return depth > 1;
    }

    /** For the parts. */
    Cut below() {
        return new Cut(Math.max(1, depth - 1), limit);
    }
}
