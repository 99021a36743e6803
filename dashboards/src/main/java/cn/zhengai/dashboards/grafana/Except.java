package cn.zhengai.dashboards.grafana;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is different for some fields of a panel.
 *
 * @param matcher {@code byName} or {@code byRegexp}
 * @param properties by Grafana's id of them, {@code custom.width}
 */
public record Except(String matcher, String fields, Map<String, Object> properties) {
    public static Except named(String field) {
        return new Except("byName", field, Map.of());
    }

    public static Except matching(String regex) {
        return new Except("byRegexp", regex, Map.of());
    }

    public Except with(String property, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(properties);
        more.put(property, value instanceof Form form ? form.map() : value);
        return new Except(matcher, fields, more);
    }

    /** One colour, whatever the value. */
    public Except colored(String color) {
        return with("color", Form.of("fixedColor", color).with("mode", "fixed"));
    }

    public Except called(String name) {
        return with("displayName", name);
    }

    public Except unit(String unit) {
        return with("unit", unit);
    }

    public Except width(int pixels) {
        return with("custom.width", pixels);
    }

    /** As wide as there is room, but no narrower. */
    public Except atLeast(int pixels) {
        return with("custom.minWidth", pixels);
    }

    public Except hidden() {
        return with("custom.hidden", true);
    }

    public Except linked(Link... links) {
        return with("links", List.of(links).stream().map(Link::json).toList());
    }

    /** Words in place of values; tables and state panels are filled with their colour. */
    public Except mapped(List<Mapping> mappings) {
        return with("mappings", Mapping.json(mappings));
    }

    Map<String, Object> json() {
        return Form.of("matcher", Form.of("id", matcher).with("options", fields))
                .with(
                        "properties",
                        properties.entrySet().stream()
                                .map(e -> Form.of("id", e.getKey())
                                        .with("value", e.getValue())
                                        .map())
                                .toList())
                .map();
    }
}
