package cn.zhengai.collector.pull;

import org.jspecify.annotations.Nullable;

/** What texts say as 64 bits: FNV-1a over their characters, stirred at the end (the finish of MurmurHash3). */
final class Digest {
    static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int END = 0x10000;
    private static final int NOTHING = 0x10001;

    private Digest() {}

    static long of(@Nullable String[] cells) {
        long hash = SEED;
        for (String cell : cells) {
            hash = cell == null ? (hash ^ NOTHING) * PRIME : (add(hash, cell) ^ END) * PRIME;
        }
        return stir(hash);
    }

    static long of(String text) {
        return stir(add(SEED, text));
    }

    private static long add(long hash, String text) {
        long sum = hash;
        for (int i = 0; i < text.length(); i++) {
            sum = (sum ^ text.charAt(i)) * PRIME;
        }
        return sum;
    }

    /** Of a sequence: the digest so far and the next. */
    static long then(long sofar, long next) {
        return stir((sofar ^ next) * PRIME + 1);
    }

    private static long stir(long hash) {
        long h = hash;
        h = (h ^ h >>> 33) * 0xff51afd7ed558ccdL;
        h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
        return h ^ h >>> 33;
    }
}
