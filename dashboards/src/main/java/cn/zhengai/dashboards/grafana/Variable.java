package cn.zhengai.dashboards.grafana;

import java.util.List;
import java.util.Map;

/**
 * What a reader chooses, from a query's answers.
 *
 * @param regex takes text and value out of an answer; empty: the answer is both
 * @param order of what is offered
 * @param beyond a query with {@code $asked} that answers as {@code query} does, of one that is not offered because there are
 *     too many; empty: all there are are offered
 */
public record Variable(
        String name, String label, String query, String regex, Order order, Chosen chosen, String beyond) {
    /** Of {@code name|id}. */
    public static final String NAME_AND_ID = "/(?<text>.+)\\|(?<value>.+)/";

    /** Asked when the dashboard is opened: what a reader chose stays. */
    private static final int ONCE = 1;

    /** Asked again whenever panels are. */
    private static final int EACH_TIME = 2;

    /** By whom, and how many. */
    public enum Chosen {
        /** One, by the reader. */
        ONE,
        /** One, shown to nobody: it follows from the others. */
        FIRST,
        /** All that are offered, shown to nobody; stands in regular expressions. */
        ALL
    }

    public static Variable of(String name, String label, String query, String regex, Order order) {
        return new Variable(name, label, query, regex, order, Chosen.ONE, "");
    }

    /** Follows from the others. */
    public Variable following(Chosen how) {
        return new Variable(name, label, query, regex, order, how, beyond);
    }

    /** Offers a part; the query finds the others. */
    public Variable finding(String others) {
        return new Variable(name, label, query, regex, order, chosen, others);
    }

    public boolean hidden() {
        return chosen != Chosen.ONE;
    }

    public boolean all() {
        return chosen == Chosen.ALL;
    }

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
        Form form = Form.of("datasource", Source.json());
        Form chosenYet = all()
                ? form.with(
                        "current",
                        Form.of("selected", true)
                                .with("text", List.of("All"))
                                .with("value", List.of("$__all"))
                                .map())
                : form;
        return chosenYet
                .with("definition", query)
                .with("hide", hidden() ? 2 : 0)
                .with("includeAll", all())
                .with("label", label)
                .with("multi", all())
                .with("name", name)
                .with("query", query)
                .with("refresh", all() ? EACH_TIME : ONCE)
                .with("regex", regex)
                .with("skipUrlSync", false)
                .with("sort", order.number)
                .with("type", "query")
                .map();
    }
}
