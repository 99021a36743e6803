package cn.zhengai.dashboards.grafana;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How the values of a panel are written and coloured.
 *
 * @param unit one of Grafana's, {@code percent}, {@code short}
 * @param decimals -1: as Grafana thinks fit
 * @param steps colours from values on, rising; the first holds for everything below the second; at least one
 * @param byStep coloured by the steps; else each series has a colour of its own, or that of the first step
 * @param noValue what stands where there is nothing
 */
public record Field(
        String unit,
        int decimals,
        OptionalDouble min,
        OptionalDouble max,
        List<Step> steps,
        Coloring byStep,
        List<Mapping> mappings,
        String noValue,
        List<Link> links) {
    public Field {
        steps = List.copyOf(steps);
        mappings = List.copyOf(mappings);
        links = List.copyOf(links);
    }

    /** A colour from a value on. */
    public record Step(double from, String color) {}

    /** By what a value gets its colour. */
    public enum Coloring {
        FIXED,
        STEPS,
        SERIES
    }

    /** One colour. */
    public static Field of(String unit, String color) {
        return new Field(
                unit,
                -1,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of(new Step(0, color)),
                Coloring.FIXED,
                List.of(),
                "无数据",
                List.of());
    }

    public Field decimals(int digits) {
        return new Field(unit, digits, min, max, steps, byStep, mappings, noValue, links);
    }

    public Field within(double low, double high) {
        return new Field(
                unit,
                decimals,
                OptionalDouble.of(low),
                OptionalDouble.of(high),
                steps,
                byStep,
                mappings,
                noValue,
                links);
    }

    public Field from(double low) {
        return new Field(unit, decimals, OptionalDouble.of(low), max, steps, byStep, mappings, noValue, links);
    }

    /** Another colour from a value on. */
    public Field step(double value, String color) {
        List<Step> more = new ArrayList<>(steps);
        more.add(new Step(value, color));
        return new Field(unit, decimals, min, max, more, Coloring.STEPS, mappings, noValue, links);
    }

    public Field bySeries() {
        return new Field(unit, decimals, min, max, steps, Coloring.SERIES, mappings, noValue, links);
    }

    public Field mapped(List<Mapping> words) {
        return new Field(unit, decimals, min, max, steps, Coloring.FIXED, words, noValue, links);
    }

    public Field otherwise(String text) {
        return new Field(unit, decimals, min, max, steps, byStep, mappings, text, links);
    }

    public Field linked(Link... to) {
        return new Field(unit, decimals, min, max, steps, byStep, mappings, noValue, List.of(to));
    }

    Map<String, Object> json(Map<String, Object> custom) {
        Form form = Form.of("color", color())
                .with("custom", custom)
                .with("links", links.stream().map(Link::json).toList())
                .with("mappings", Mapping.json(mappings))
                .with("noValue", noValue)
                .with("thresholds", Form.of("mode", "absolute").with("steps", stepsJson()))
                .with("unit", unit);
        if (decimals >= 0) {
            form.with("decimals", decimals);
        }
        min.ifPresent(v -> form.with("min", v));
        max.ifPresent(v -> form.with("max", v));
        return form.map();
    }

    private Form color() {
        return switch (byStep) {
            case FIXED -> Form.of("fixedColor", steps.get(0).color()).with("mode", "fixed");
            case STEPS -> Form.of("mode", "thresholds");
            case SERIES -> Form.of("mode", "palette-classic");
        };
    }

    private List<Map<String, Object>> stepsJson() {
        List<Map<String, Object>> json = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Form step = Form.of("color", steps.get(i).color());
            // the first holds from minus infinity on, which JSON writes as null
            json.add(step.map());
            step.map().put("value", i == 0 ? null : steps.get(i).from());
        }
        return json;
    }
}
