package cn.zhengai.catalogue.reference;

import java.util.Collection;
import java.util.Optional;

/** Which known word was probably meant: the one reached with the fewest insertions, deletions, changes and swaps. */
public final class Nearest {

    private Nearest() {}

    /** {@code ，是不是想写 jwc}, or nothing when no word is near enough: an edit per three characters, at least one. */
    public static String suggestion(String word, Collection<String> known) {
        return of(word, known).map(near -> "，是不是想写 " + near).orElse("");
    }

    /** The first of the nearest words. */
    public static Optional<String> of(String word, Collection<String> known) {
        int best = Math.max(1, (word.length() + 1) / 3) + 1;
        String found = null;
        for (String candidate : known) {
            if (Math.abs(candidate.length() - word.length()) < best) {
                int distance = distance(word, candidate, best);
                if (distance < best && distance < Math.max(word.length(), candidate.length())) {
                    best = distance;
                    found = candidate;
                }
            }
        }
        return Optional.ofNullable(found);
    }

    /** Edit distance with swaps of neighbours; any number from {@code limit} on stands for "too far". */
    private static int distance(String a, String b, int limit) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least >= limit) {
                return limit;
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
