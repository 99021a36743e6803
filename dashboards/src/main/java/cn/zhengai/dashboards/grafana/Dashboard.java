package cn.zhengai.dashboards.grafana;

import java.util.List;
import java.util.Map;

/**
 * One dashboard.
 *
 * @param uid stable: links name it
 * @param from first instant shown at first, {@code now-6M}
 * @param neighbours links to others, in order
 */
public record Dashboard(
        String uid,
        String title,
        String description,
        String from,
        List<Variable> variables,
        List<Annotation> annotations,
        List<Link> neighbours,
        List<Panel> panels) {
    private static final int SCHEMA = 36;

    public Dashboard {
        variables = List.copyOf(variables);
        annotations = List.copyOf(annotations);
        neighbours = List.copyOf(neighbours);
        panels = List.copyOf(panels);
    }

    /** As Grafana reads it. */
    public Map<String, Object> json() {
        return Form.of(
                        "annotations",
                        Form.of(
                                "list",
                                annotations.stream().map(Annotation::json).toList()))
                .with("description", description)
                .with("editable", false)
                .with("graphTooltip", 1)
                .with("links", neighbours.stream().map(Dashboard::link).toList())
                .with("liveNow", false)
                .with("panels", panels.stream().map(Panel::json).toList())
                .with("refresh", "5m")
                .with("schemaVersion", SCHEMA)
                .with("tags", List.of("zhengai"))
                .with(
                        "templating",
                        Form.of("list", variables.stream().map(Variable::json).toList()))
                .with("time", Form.of("from", from).with("to", "now"))
                .with("timezone", "browser")
                .with("title", title)
                .with("uid", uid)
                .with("version", 1)
                .with("weekStart", "monday")
                .map();
    }

    private static Map<String, Object> link(Link link) {
        return Form.of("asDropdown", false)
                .with("icon", "dashboard")
                .with("includeVars", false)
                .with("keepTime", true)
                .with("targetBlank", false)
                .with("title", link.title())
                .with("tooltip", link.title())
                .with("type", "link")
                .with("url", link.url())
                .map();
    }
}
