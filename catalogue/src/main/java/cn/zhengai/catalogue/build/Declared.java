package cn.zhengai.catalogue.build;

import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Mapping;

/** A value and the entry it was read from. */
public record Declared<T>(T value, Mapping node) {

    /** Place of a key's value; of the entry when the key is absent. */
    public Place placeOf(String key) {
        return node.placeOf(key);
    }
}
