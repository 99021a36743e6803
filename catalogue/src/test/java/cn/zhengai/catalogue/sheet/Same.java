package cn.zhengai.catalogue.sheet;

import cn.zhengai.catalogue.node.Document;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.catalogue.node.Sequence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Documents as text that tells apart what a catalogue tells apart: not places, not blanks at ends, not 2.50 and 2.5. */
final class Same {
    private Same() {}

    private static Map<String, String> texts(List<Document> documents) {
        return documents.stream()
                .collect(Collectors.toMap(
                        Document::file, document -> text(document.root()), (a, b) -> a + b, TreeMap::new));
    }

    /** The first line of the first document that is not the same; empty when all are. */
    static String difference(List<Document> expected, List<Document> actual) {
        Map<String, String> one = texts(expected);
        Map<String, String> other = texts(actual);
        if (!one.keySet().equals(other.keySet())) {
            return one.keySet() + " / " + other.keySet();
        }
        for (Map.Entry<String, String> document : one.entrySet()) {
            List<String> lines = document.getValue().lines().toList();
            List<String> others = other.get(document.getKey()).lines().toList();
            for (int i = 0; i < Math.max(lines.size(), others.size()); i++) {
                String line = i < lines.size() ? lines.get(i) : "";
                String there = i < others.size() ? others.get(i) : "";
                if (!line.equals(there)) {
                    return document.getKey() + "\n" + line + "\n" + there;
                }
            }
        }
        return "";
    }

    private static String text(Node node) {
        if (node instanceof Mapping mapping) {
            Map<String, String> sorted = new TreeMap<>();
            mapping.fields().forEach((key, field) -> sorted.put(key, text(field.value())));
            return "\n" + sorted.toString();
        }
        if (node instanceof Sequence sequence) {
            return sequence.items().stream().map(Same::text).toList().toString();
        }
        Scalar scalar = (Scalar) node;
        String text = scalar.kind() == Scalar.Kind.NUMBER
                ? new BigDecimal(scalar.text()).stripTrailingZeros().toPlainString()
                : scalar.text();
        return scalar.kind() + ":" + text;
    }
}
