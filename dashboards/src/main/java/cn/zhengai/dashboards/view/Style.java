package cn.zhengai.dashboards.view;

import cn.zhengai.dashboards.board.Palette;
import cn.zhengai.dashboards.grafana.Except;
import cn.zhengai.dashboards.grafana.Field;
import cn.zhengai.dashboards.grafana.Link;
import cn.zhengai.dashboards.grafana.Mapping;
import cn.zhengai.dashboards.grafana.Panel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How one field of a panel looks: what holds for all of the panel's, and what is different for this one. */
final class Style {
    private static final List<String> SERIES = List.of("target", "in-warning", "line", "below-standard", "quiet");

    private final String name;
    private final Field field;
    private final Map<String, Object> different;

    private Style(String name, Field field, Map<String, Object> different) {
        this.name = name;
        this.field = field;
        this.different = different;
    }

    /** Later exceptions go before earlier ones. */
    static Style of(Panel panel, String name) {
        Map<String, Object> different = new HashMap<>();
        panel.overrides().stream()
                .filter(except -> concerns(except, name))
                .forEach(except -> different.putAll(except.properties()));
        return new Style(name, panel.field(), different);
    }

    private static boolean concerns(Except except, String name) {
        // Grafana puts ^ and $ around the whole, which bind closer than |
        return except.matcher().equals("byRegexp")
                ? Pattern.compile("^" + except.fields() + "$").matcher(name).find()
                : except.fields().equals(name);
    }

    private Optional<Object> said(String property) {
        return Optional.ofNullable(different.get(property));
    }

    /** What people read. */
    String name() {
        return said("displayName").map(Object::toString).orElse(name);
    }

    boolean hidden() {
        return said("custom.hidden").filter(Boolean.TRUE::equals).isPresent();
    }

    String unit() {
        return said("unit").map(Object::toString).orElse(field.unit());
    }

    int decimals() {
        return said("decimals").map(Style::number).map(Double::intValue).orElse(field.decimals());
    }

    OptionalDouble min() {
        return said("min").map(v -> OptionalDouble.of(number(v))).orElse(field.min());
    }

    OptionalDouble max() {
        return said("max").map(v -> OptionalDouble.of(number(v))).orElse(field.max());
    }

    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    private String display() {
        return said("custom.displayMode").map(Object::toString).orElse("");
    }

    /** A cell in the colour of its value. */
    boolean filled() {
        return display().startsWith("color-background");
    }

    /** A cell with a bar behind its figure. */
    boolean barred() {
        return display().equals("basic");
    }

    /** Pixels on and off; empty: solid. */
    List<Integer> dash() {
        List<Integer> dash = new ArrayList<>();
        if (different.get("custom.lineStyle") instanceof Map<?, ?> style && style.get("dash") instanceof List<?> list) {
            list.forEach(each -> dash.add((int) number(each)));
        }
        return dash;
    }

    /** The word of a value, with its colour. */
    Optional<Mapping> word(String value) {
        if (different.get("mappings") instanceof List<?> all
                && !all.isEmpty()
                && all.get(0) instanceof Map<?, ?> first
                && first.get("options") instanceof Map<?, ?> options) {
            return options.get(value) instanceof Map<?, ?> word
                    ? Optional.of(new Mapping(value, text(word.get("text")), text(word.get("color"))))
                    : Optional.empty();
        }
        return field.mappings().stream().filter(m -> m.value().equals(value)).findFirst();
    }

    List<Link> links() {
        List<Link> links = new ArrayList<>();
        if (different.get("links") instanceof List<?> all) {
            for (Object each : all) {
                if (each instanceof Map<?, ?> link) {
                    links.add(Link.to(text(link.get("title")), text(link.get("url"))));
                }
            }
            return links;
        }
        return field.links();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** Name of the palette's colour for a value of the series at this place among others. */
    String color(int place, double value) {
        if (different.get("color") instanceof Map<?, ?> color && color.get("fixedColor") != null) {
            return Palette.name(text(color.get("fixedColor")));
        }
        return switch (field.byStep()) {
            case FIXED -> Palette.name(field.steps().get(0).color());
            case SERIES -> SERIES.get(place % SERIES.size());
            case STEPS -> stepped(value);
        };
    }

    private String stepped(double value) {
        String color = field.steps().get(0).color();
        for (Field.Step step : field.steps().subList(1, field.steps().size())) {
            color = value >= step.from() ? step.color() : color;
        }
        return Palette.name(color);
    }
}
