package cn.zhengai.server.oulad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares large bags of rows; a difference is shown by its first rows, never by all. */
final class Same {
    private static final int SHOWN = 10;

    private Same() {}

    static <T> void rows(String what, Collection<T> product, Collection<T> answer) {
        assertThat(answer).as("%s: SQL found some", what).isNotEmpty();
        assertThat(left(answer, product))
                .as("%s that SQL has and the product has not", what)
                .isEmpty();
        assertThat(left(product, answer))
                .as("%s that the product has and SQL has not", what)
                .isEmpty();
        assertThat(product).as("number of %s", what).hasSameSizeAs(answer);
    }

    private static <T> List<T> left(Collection<T> from, Collection<T> without) {
        Map<T, Integer> counts = new HashMap<>();
        without.forEach(row -> counts.merge(row, 1, Integer::sum));
        return from.stream()
                .filter(row -> counts.merge(row, -1, Integer::sum) < 0)
                .limit(SHOWN)
                .toList();
    }
}
