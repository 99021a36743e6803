package cn.zhengai.dashboards.grafana;

import java.util.Map;

/**
 * What a reader chooses, from a query's answers.
 *
 * @param regex takes text and value out of an answer; empty: the answer is both
 * @param order of what is offered
 * @param hidden not shown: follows from the others
 */
public record Variable(String name, String label, String query, String regex, Order order, boolean hidden) {
    /** Of {@code name|id}. */
    public static final String NAME_AND_ID = "/(?<text>.+)\\|(?<value>.+)/";

    /** In which order. */
    public enum Order {
        AS_FOUND(0),
        RISING(1),
        FALLING(2);

        private final int number;

        Order(int number) {
            this.number = number;
        }
    }

    Map<String, Object> json() {
        return Form.of("datasource", Source.json())
                .with("definition", query)
                .with("hide", hidden ? 2 : 0)
                .with("includeAll", false)
                .with("label", label)
                .with("multi", false)
                .with("name", name)
                .with("query", query)
                .with("refresh", 1)
                .with("regex", regex)
                .with("skipUrlSync", false)
                .with("sort", order.number)
                .with("type", "query")
                .map();
    }
}
