package cn.zhengai.dashboards.grafana;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One panel.
 *
 * @param id unique in its dashboard
 * @param description what it says and what to do about it, Chinese
 * @param most steps of time its queries ask for; 0: a step a pixel
 */
public record Panel(
        int id,
        String title,
        String description,
        Grid grid,
        Look look,
        Field field,
        List<Except> overrides,
        List<Target> targets,
        List<Transform> transforms,
        int most) {
    public Panel {
        overrides = List.copyOf(overrides);
        targets = List.copyOf(targets);
        transforms = List.copyOf(transforms);
    }

    /** How it is drawn. */
    public static Panel of(String title, String description, Look look, Field field) {
        return new Panel(0, title, description, new Grid(0, 0, 1, 1), look, field, List.of(), List.of(), List.of(), 0);
    }

    public Panel asking(Target... more) {
        return new Panel(id, title, description, grid, look, field, overrides, List.of(more), transforms, most);
    }

    public Panel except(Except... more) {
        return new Panel(id, title, description, grid, look, field, List.of(more), targets, transforms, most);
    }

    public Panel through(Transform... more) {
        return new Panel(id, title, description, grid, look, field, overrides, targets, List.of(more), most);
    }

    /** Of many series: no finer than so many steps over the span, however wide it is drawn. */
    public Panel atMost(int steps) {
        return new Panel(id, title, description, grid, look, field, overrides, targets, transforms, steps);
    }

    /** Steps of time when it is drawn so wide. */
    public int steps(int pixels) {
        return most > 0 ? Math.min(most, pixels) : pixels;
    }

    public Panel at(int number, Grid place) {
        return new Panel(number, title, description, place, look, field, overrides, targets, transforms, most);
    }

    /** One of its queries has it. */
    public boolean asks(Variable variable) {
        Pattern used = Pattern.compile("\\$\\{?" + Pattern.quote(variable.name()) + "\\b");
        return targets.stream().anyMatch(t -> used.matcher(t.query()).find());
    }

    Map<String, Object> json() {
        Form form = Form.of("datasource", Source.json());
        return (most > 0 ? form.with("maxDataPoints", most) : form)
                .with("description", description)
                .with(
                        "fieldConfig",
                        Form.of("defaults", field.json(look.custom()))
                                .with(
                                        "overrides",
                                        overrides.stream().map(Except::json).toList()))
                .with("gridPos", grid.json())
                .with("id", id)
                .with("options", look.options())
                .with("targets", targets.stream().map(Target::json).toList())
                .with("title", title)
                .with(
                        "transformations",
                        transforms.stream().map(Transform::json).toList())
                .with("type", look.type())
                .map();
    }
}
