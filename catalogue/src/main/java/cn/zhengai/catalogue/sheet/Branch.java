package cn.zhengai.catalogue.sheet;

import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A mapping being put together from values that stand in different cells. */
final class Branch {
    private final Place place;
    private final Map<String, Object> parts = new LinkedHashMap<>();
    private final Map<String, Place> keys = new LinkedHashMap<>();

    Branch(Place place) {
        this.place = place;
    }

    /** Puts a value at the end of a way of keys. */
    void put(List<String> way, Node value) {
        String key = way.get(0);
        keys.putIfAbsent(key, value.place());
        if (way.size() == 1) {
            parts.put(key, value);
        } else if (parts.computeIfAbsent(key, none -> new Branch(value.place())) instanceof Branch below) {
            below.put(way.subList(1, way.size()), value);
        }
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    Mapping build() {
        Map<String, Mapping.Field> fields = new LinkedHashMap<>();
        parts.forEach((key, part) -> fields.put(
                key,
                new Mapping.Field(
                        keys.getOrDefault(key, place), part instanceof Branch below ? below.build() : (Node) part)));
        return new Mapping(place, fields);
    }
}
