package cn.zhengai.catalogue.node;

import cn.zhengai.catalogue.finding.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keys with values, in written order. The getters take a value of another form than asked for as absent: the schema has
 * reported it.
 */
public record Mapping(Place place, Map<String, Field> fields) implements Node {
    public Mapping {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** A key's own place and its value. */
    public record Field(Place key, Node value) {}

    public Optional<Node> get(String key) {
        return Optional.ofNullable(fields.get(key)).map(Field::value);
    }

    public boolean has(String key) {
        return fields.containsKey(key);
    }

    public Optional<Scalar> scalar(String key) {
        return get(key).filter(Scalar.class::isInstance).map(Scalar.class::cast).filter(scalar -> !scalar.isNothing());
    }

    /** Trimmed; empty also when blank. */
    public Optional<String> text(String key) {
        return scalar(key).map(scalar -> scalar.text().trim()).filter(text -> !text.isEmpty());
    }

    /** {@code true} only when written so. */
    public boolean truth(String key) {
        return scalar(key).filter(scalar -> scalar.text().equals("true")).isPresent();
    }

    public Optional<Mapping> mapping(String key) {
        return get(key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }

    public List<Mapping> mappings(String key) {
        return only(key, Mapping.class);
    }

    public List<Scalar> scalars(String key) {
        return only(key, Scalar.class).stream().filter(s -> !s.isNothing()).toList();
    }

    /** Trimmed texts of {@link #scalars}. */
    public List<String> texts(String key) {
        return scalars(key).stream().map(scalar -> scalar.text().trim()).toList();
    }

    private <T extends Node> List<T> only(String key, Class<T> type) {
        return get(key).filter(Sequence.class::isInstance)
                .map(Sequence.class::cast)
                .map(sequence -> sequence.items().stream()
                        .filter(type::isInstance)
                        .map(type::cast)
                        .toList())
                .orElse(List.of());
    }

    /** Place of the key's value; of the mapping when the key is absent. */
    public Place placeOf(String key) {
        return get(key).map(Node::place).orElse(place);
    }
}
