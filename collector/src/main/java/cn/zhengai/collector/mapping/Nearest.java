package cn.zhengai.collector.mapping;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Did you mean: the known name nearest to one that is not known, when it is near enough. Looks so many times and no
 * more, so that a file full of unknown names costs no more than one. For one thread.
 */
final class Nearest {
    private static final int MOST_SEARCHES = 50;
    private static final int FARTHEST = 2;
    private static final int LONGEST = 64;

    private final Collection<String> names;
    private final Map<String, Optional<String>> found = new HashMap<>();

    Nearest(Collection<String> names) {
        this.names = names;
    }

    Optional<String> to(String text) {
        Optional<String> before = found.get(text);
        if (before != null) {
            return before;
        }
        if (found.size() >= MOST_SEARCHES || text.length() > LONGEST || text.length() < FARTHEST) {
            return Optional.empty();
        }
        Optional<String> nearest = search(text);
        found.put(text, nearest);
        return nearest;
    }

    private Optional<String> search(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        int closest = Math.min(FARTHEST, text.length() / 3) + 1;
        String best = null;
        for (String name : names) {
            if (Math.abs(name.length() - wanted.length()) < closest) {
                int distance = distance(wanted, name.toLowerCase(Locale.ROOT), closest);
                if (distance < closest || (distance == 0 && best == null)) {
                    closest = distance;
                    best = name;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Letters to change, insert or leave out (Levenshtein); {@code limit} when it is that many or more. */
    private static int distance(String a, String b, int limit) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
                least = Math.min(least, row[j]);
            }
            if (least >= limit) {
                return limit;
            }
        }
        return Math.min(row[b.length()], limit);
    }
}
