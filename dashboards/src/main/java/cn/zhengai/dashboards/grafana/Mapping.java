package cn.zhengai.dashboards.grafana;

import java.util.List;
import java.util.Map;

/** A value that is shown as a word, with the colour of that word. */
public record Mapping(String value, String text, String color) {
    static List<Map<String, Object>> json(List<Mapping> mappings) {
        Form options = Form.of();
        for (int i = 0; i < mappings.size(); i++) {
            Mapping one = mappings.get(i);
            options.with(one.value, Form.of("color", one.color).with("index", i).with("text", one.text));
        }
        return mappings.isEmpty()
                ? List.of()
                : List.of(Form.of("options", options).with("type", "value").map());
    }
}
