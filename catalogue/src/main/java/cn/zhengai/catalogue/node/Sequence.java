package cn.zhengai.catalogue.node;

import cn.zhengai.catalogue.finding.Place;
import java.util.List;

/** Values in order. */
public record Sequence(Place place, List<Node> items) implements Node {
    public Sequence {
        items = List.copyOf(items);
    }
}
