package cn.zhengai.collector.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns a mapping reads, each with its slot, in order of first mention. */
final class Columns {
    private final List<String> names = new ArrayList<>();

    int slot(String name) {
        int known = names.indexOf(name);
        if (known >= 0) {
            return known;
        }
        names.add(name);
        return names.size() - 1;
    }

    int slot(Optional<String> name) {
        return name.map(this::slot).orElse(Cells.NONE);
    }

    List<String> names() {
        return List.copyOf(names);
    }
}
