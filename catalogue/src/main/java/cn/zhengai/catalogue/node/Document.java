package cn.zhengai.catalogue.node;

import java.util.List;
import java.util.Map;

/**
 * One file of a catalogue, read but not understood.
 *
 * @param file path below the catalogue folder with {@code /}
 */
public record Document(String file, FileKind kind, Node root) {

    /** The top mapping; empty when the file holds something else, which the schema reports. */
    public Mapping top() {
        return root instanceof Mapping mapping ? mapping : new Mapping(root.place(), Map.of());
    }

    /** What the file lists: units, points, ... */
    public List<Mapping> entries() {
        return top().mappings(kind.list());
    }
}
