package cn.zhengai.catalogue.schema;

import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.node.Document;
import cn.zhengai.catalogue.node.FileKind;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.catalogue.node.Sequence;
import cn.zhengai.catalogue.yaml.YamlFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A schema as plain rules: a tenth of the time of the full check, and no library to load for a catalogue without faults. It
 * only parts what is sound from what is doubtful; what is wrong with the doubtful the full check says.
 */
final class Shape {
    private final Rule whole;
    private final Rule entry;

    private Shape(Rule whole, Rule entry) {
        this.whole = whole;
        this.entry = entry;
    }

    static Shape of(FileKind kind) {
        // JSON is YAML
        Mapping schema = YamlFile.read(kind.schema(), SchemaCheck.text(kind), new Findings())
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .orElseThrow(() -> new IllegalStateException("not a schema: " + kind.schema()));
        RuleReader reader = new RuleReader(schema.mapping("$defs").orElse(schema));
        Rule entry = schema.mapping("properties")
                .flatMap(properties -> properties.mapping(kind.list()))
                .flatMap(list -> list.mapping("items"))
                .map(reader::rule)
                .orElse(Rule.unsure());
        return new Shape(reader.rule(schema), entry);
    }

    boolean holds(Document document) {
        return whole.holds(document.root());
    }

    /**
     * The document without the sound entries of its list, which lets a fault in a long file be told as fast as in a short
     * one. The first entry stays, so that the list is never empty; a list with anything but mappings in it stays whole,
     * because such a fault is told by its position.
     */
    Node doubtful(Document document) {
        Mapping top = document.top();
        String key = document.kind().list();
        List<Node> items = top.get(key)
                .filter(Sequence.class::isInstance)
                .map(Sequence.class::cast)
                .map(Sequence::items)
                .orElse(List.of());
        if (!items.stream().allMatch(Mapping.class::isInstance)) {
            return document.root();
        }
        Map<String, Mapping.Field> fields = new LinkedHashMap<>(top.fields());
        fields.computeIfPresent(
                key, (name, list) -> items.isEmpty() ? list : new Mapping.Field(list.key(), left(list, items)));
        return document.root() instanceof Mapping ? new Mapping(top.place(), fields) : document.root();
    }

    private Sequence left(Mapping.Field list, List<Node> items) {
        Node first = items.get(0);
        return new Sequence(
                list.value().place(),
                items.stream()
                        .filter(item -> item == first || !entry.holds(item))
                        .toList());
    }
}
